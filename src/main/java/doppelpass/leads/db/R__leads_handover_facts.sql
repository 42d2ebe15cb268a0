-- offers, answers and promises for KPIs; the clock of an asked-for contact starts with the inquiry
create or replace view leads.offer_fact as
select h.id, h.lead_id, h.kind, h.hand_raise::text as hand_raise, h.complete::text as complete,
       coalesce(h.outcome, 'open') as outcome, h.offered_at as occurred_at, h.recorded_at,
       case when h.hand_raise and h.cycle = 1 then least(l.created_at, h.offered_at) else h.offered_at end as clock_from,
       h.first_response_at, h.to_team_id, h.to_team_id::text as team, l.source, l.channel,
       coalesce(g.name, '') as campaign, coalesce(g.type, '') as campaign_type, c.name as title,
       -- what was returned without a call, or what sales found itself, owes no response
       case when h.outcome is null or h.due_response_at is not null or h.first_response_at is not null
         then 'owed' else 'none' end as response
from leads.handover h
left join leads.lead l on l.id = h.lead_id
left join campaigns.campaign_card g on g.id = l.campaign_id
left join contacts.contact_card c on c.id = l.contact_id
where h.kind in ('mql', 'rework', 'recycle');

create or replace view leads.answer_fact as
select h.id, h.lead_id, h.kind, h.outcome, coalesce(h.reason, '') as reason, h.decided_at as occurred_at,
       greatest(h.recorded_at, h.decided_at) as recorded_at, h.to_team_id::text as team, l.source, l.channel,
       coalesce(g.name, '') as campaign, coalesce(g.type, '') as campaign_type, c.name as title
from leads.handover h
left join leads.lead l on l.id = h.lead_id
left join campaigns.campaign_card g on g.id = l.campaign_id
left join contacts.contact_card c on c.id = l.contact_id
where h.outcome is not null and h.kind in ('mql', 'rework', 'recycle');

-- one row a promise, dated when it fell due: accept or return, first response, and a reason with every return; who had no
-- people to decide has not kept it, however soon it said so; three branches, because each date has an index of its own
create or replace view leads.promise_fact as
select p.id, p.handover_id, p.lead_id, p.promise, p.occurred_at, p.recorded_at, p.result, p.team, l.source, l.channel,
       c.name as title
from (
  select h.id * 3 as id, h.id as handover_id, h.lead_id, 'accept' as promise, h.due_accept_at as occurred_at, h.recorded_at,
         case when h.decided_at <= h.due_accept_at and h.no_capacity_at is null then 'kept' else 'broken' end as result,
         h.to_team_id::text as team
  from leads.handover h
  where h.kind = 'mql' and h.outcome is distinct from 'withdrawn'
  union all
  select h.id * 3 + 1, h.id, h.lead_id, 'respond', h.due_response_at, h.recorded_at,
         case when h.first_response_at <= h.due_response_at then 'kept' else 'broken' end, h.to_team_id::text
  from leads.handover h
  where h.kind = 'mql' and h.outcome is distinct from 'withdrawn' and h.due_response_at is not null
  union all
  select h.id * 3 + 2, h.id, h.lead_id, 'feedback', h.decided_at, h.recorded_at,
         case when coalesce(h.reason, '') <> '' and coalesce(h.note, '') <> '' then 'kept' else 'broken' end, h.to_team_id::text
  from leads.handover h
  where h.kind = 'mql' and h.outcome = 'returned'
) p
left join leads.lead l on l.id = p.lead_id
left join contacts.contact_card c on c.id = l.contact_id;
