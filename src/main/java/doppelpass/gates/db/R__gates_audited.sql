-- what gates ask, every answer, and who let a deal through
call audit.watch('gates.rule', 'gate', 'r.stage_id');
call audit.watch('gates.answer', 'deal', 'r.deal_id');
call audit.watch('gates.passage', 'deal', 'r.deal_id');
