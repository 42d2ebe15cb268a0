-- what the figures of deals depend on
call kpi.watch('deals.event', 'deals.event', 'occurred_at');
call kpi.watch_attributes('deals.deal', 'deals.deal', 'created_at, company_id, lead_id');
call kpi.watch_attributes('deals.deal', 'deals.deal.origin', 'type, source, channel, campaign_id, team_id, loss_reason');
call kpi.watch_attributes('deals.stage', 'deals.stage', 'name');
