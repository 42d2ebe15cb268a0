-- what neighbours may join: what happened, on which channel, with whom
create or replace view timeline.touchpoint_card as
select id, kind, channel, direction, title, contact_id, company_id, lead_id, deal_id, campaign_id, occurred_at
from timeline.touchpoint where replaced_at is null;
