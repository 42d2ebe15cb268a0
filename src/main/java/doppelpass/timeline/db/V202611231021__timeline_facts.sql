-- what KPIs count
create view timeline.touchpoint_fact as
select id, kind, channel, direction, title, contact_id, company_id, lead_id, deal_id, campaign_id, occurred_at, recorded_at
from timeline.touchpoint;

create view timeline.activity_fact as
select id, kind, direction, outcome, contact_id, company_id, lead_id, deal_id, occurred_at, recorded_at
from timeline.activity;
