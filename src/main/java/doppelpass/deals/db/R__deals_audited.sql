-- every change of a deal, and of what deals are made of
call audit.watch('deals.deal', 'deal', hidden => 'stage_since');
call audit.watch('deals.participant', 'deal', 'r.deal_id');
call audit.watch('deals.product', 'product');
call audit.watch('deals.pipeline', 'pipeline');
call audit.watch('deals.stage', 'pipeline', 'r.pipeline_id');
