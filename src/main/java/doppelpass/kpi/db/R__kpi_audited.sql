-- every version of a figure's definition
call audit.watch('kpi.definition', 'kpi');
call audit.watch('kpi.signature', 'kpi', 'r.definition_id');
