-- every change of a plan
call audit.watch('targets.plan', 'plan');
