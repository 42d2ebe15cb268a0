-- what the figures of revenue depend on
call kpi.watch('profit.revenue', 'profit.revenue', 'posted_on');
