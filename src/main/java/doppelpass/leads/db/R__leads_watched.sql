-- what the figures of leads depend on; deals count their days from the lead's, whatever month the deal is in
call kpi.watch('leads.lead', 'leads.lead', 'created_at', 'created_at, state = ''MERGED''');
call kpi.watch_attributes('leads.lead', 'leads.lead.age', 'created_at, state = ''MERGED''');
call kpi.watch_attributes('leads.lead', 'leads.lead.state', 'state');
call kpi.watch_attributes('leads.lead', 'leads.lead.origin', 'source, channel, campaign_id, product_line, team_id');
call kpi.watch('leads.entry', 'leads.entry', 'occurred_at');
call kpi.watch('leads.handover', 'leads.handover', 'least(offered_at, decided_at, due_accept_at, due_response_at)');

-- inquiries and signs of life come from the timeline, which knows no figures
call kpi.watch('timeline.touchpoint', 'timeline.touchpoint', 'occurred_at');
call kpi.watch('timeline.activity', 'timeline.activity', 'occurred_at');
