-- what was planned and fell through is neither planned any more nor done
alter table timeline.activity drop constraint activity_outcome_check;
alter table timeline.activity add constraint activity_outcome_check
  check (outcome in ('reached', 'not_reached', 'voicemail', 'call_back', 'wrong_number', 'planned', 'done', 'cancelled'));

-- what waits for a person
create index activity_planned on timeline.activity (person_id, occurred_at)
  where outcome = 'planned' and replaced_at is null and kind in ('call', 'meeting');

-- plans, and what fell through, are nothing that happened
create or replace view timeline.activity_fact as
select id, kind, direction, outcome, contact_id, company_id, lead_id, deal_id, occurred_at, recorded_at,
       coalesce(outcome, '') not in ('planned', 'cancelled') as happened
from timeline.activity where replaced_at is null;
create or replace view timeline.activity_ever as
select id, kind, direction, outcome, contact_id, company_id, lead_id, deal_id, occurred_at, recorded_at, replaced_at,
       coalesce(outcome, '') not in ('planned', 'cancelled') as happened
from timeline.activity;
