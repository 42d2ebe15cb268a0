-- what the figures of data quality depend on
call kpi.watch('quality.snapshot', 'quality.snapshot', 'taken_at');
