-- offers, answers and promises for KPIs; the clock of an asked-for contact starts with the inquiry
create or replace view leads.offer_fact as
select h.id, h.lead_id, h.kind, h.hand_raise::text as hand_raise, h.complete::text as complete,
       coalesce(h.outcome, 'open') as outcome, h.offered_at as occurred_at, h.recorded_at,
       case when h.hand_raise and h.cycle = 1 then least(l.created_at, h.offered_at) else h.offered_at end as clock_from,
       h.first_response_at, h.to_team_id, h.to_team_id::text as team, l.source, l.channel,
       coalesce(g.name, '') as campaign, coalesce(g.type, '') as campaign_type, c.name as title
from leads.handover h
join leads.lead l on l.id = h.lead_id
left join campaigns.campaign_card g on g.id = l.campaign_id
left join contacts.contact_card c on c.id = l.contact_id
where h.kind in ('mql', 'rework', 'recycle');

create or replace view leads.answer_fact as
select h.id, h.lead_id, h.kind, h.outcome, coalesce(h.reason, '') as reason, h.decided_at as occurred_at,
       greatest(h.recorded_at, h.decided_at) as recorded_at, h.to_team_id::text as team, l.source, l.channel,
       coalesce(g.name, '') as campaign, coalesce(g.type, '') as campaign_type, c.name as title
from leads.handover h
join leads.lead l on l.id = h.lead_id
left join campaigns.campaign_card g on g.id = l.campaign_id
left join contacts.contact_card c on c.id = l.contact_id
where h.outcome is not null and h.kind in ('mql', 'rework', 'recycle');

-- one row a promise, dated when it fell due: accept or return, first response, and a reason with every return; who had no
-- people to decide has not kept it, however soon it said so
create or replace view leads.promise_fact as
select h.id * 3 + p.place as id, h.id as handover_id, h.lead_id, p.promise, p.due_at as occurred_at, h.recorded_at,
       case when p.done_at <= p.due_at and not (p.promise = 'accept' and h.no_capacity_at is not null)
         then 'kept' else 'broken' end as result,
       h.to_team_id::text as team, l.source, l.channel, c.name as title
from leads.handover h
join leads.lead l on l.id = h.lead_id
left join contacts.contact_card c on c.id = l.contact_id
cross join lateral (values
  (0, 'accept', h.due_accept_at, h.decided_at),
  (1, 'respond', h.due_response_at, h.first_response_at),
  (2, 'feedback', case when h.outcome = 'returned' then h.decided_at end,
      case when coalesce(h.reason, '') <> '' and coalesce(h.note, '') <> '' then h.decided_at end)
) as p (place, promise, due_at, done_at)
where h.kind = 'mql' and h.outcome is distinct from 'withdrawn' and p.due_at is not null;
