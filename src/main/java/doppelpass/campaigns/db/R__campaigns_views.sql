create or replace view campaigns.campaign_card as
select id, name, type, channel, status, starts_on, ends_on, budget_minor, owner_id, created_at,
       expected_revenue_minor, goal, fields,
       'd' || id || '-' || (extract(epoch from recorded_at) * 1000000)::bigint as record_key
from campaigns.campaign;
