call search.watch('kpi.definition', 'name_de || '' '' || name_en');
