-- every version of a figure's definition
call audit.watch('kpi.definition', 'kpi');
