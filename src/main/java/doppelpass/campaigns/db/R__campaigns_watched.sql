-- what the figures of costs depend on, and the names that all figures are cut by
call kpi.watch('campaigns.cost', 'campaigns.cost', 'from_day');
call kpi.watch_attributes('campaigns.campaign', 'campaigns.campaign', 'name, type, channel');
