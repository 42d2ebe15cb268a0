-- an entry is taken back, not deleted: what was reported then stays readable
alter table timeline.touchpoint
  add column replaced_at timestamptz,
  add column replaced_by bigint references identity.person,
  add column restored_at timestamptz;
alter table timeline.activity
  add column replaced_at timestamptz,
  add column replaced_by bigint references identity.person,
  add column restored_at timestamptz;

-- what counts now
create or replace view timeline.touchpoint_fact as
select id, kind, channel, direction, title, contact_id, company_id, lead_id, deal_id, campaign_id, occurred_at, recorded_at
from timeline.touchpoint where replaced_at is null;
create or replace view timeline.activity_fact as
select id, kind, direction, outcome, contact_id, company_id, lead_id, deal_id, occurred_at, recorded_at
from timeline.activity where replaced_at is null;

-- and what counted then
create view timeline.touchpoint_ever as
select id, kind, channel, direction, title, contact_id, company_id, lead_id, deal_id, campaign_id, occurred_at, recorded_at, replaced_at
from timeline.touchpoint;
create view timeline.activity_ever as
select id, kind, direction, outcome, contact_id, company_id, lead_id, deal_id, occurred_at, recorded_at, replaced_at
from timeline.activity;
