create or replace view campaigns.campaign_card as
select id, name, type, channel, status, starts_on, ends_on, budget_minor, owner_id, created_at,
       expected_revenue_minor, goal, fields
from campaigns.campaign;
