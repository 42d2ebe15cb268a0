-- what was expected of a month on its first Monday, for KPIs: what was won of it by then as it was known then, and each deal that
-- was expected to close in it; a snapshot that expected nothing says so with one row
create or replace view forecast.first_fact as
with first as (
  select distinct on (s.month) s.id, s.month, s.due_at, s.taken_at, o.zone
  from forecast.snapshot s cross join identity.organisation o
  where extract(day from s.due_at at time zone o.zone) <= 7
  order by s.month, s.due_at
), part as (
  select e.id, f.id as snapshot_id, e.deal_id, e.weighted_minor as amount_minor, 'open' as kind, e.team_id
  from first f join forecast.entry e on e.snapshot_id = f.id and e.month = f.month
  union all
  select -c.id, f.id, c.deal_id, c.amount_minor, 'won', d.team_id
  from first f join deals.course c on c.kind = 'won' and c.occurred_at <= f.taken_at and c.recorded_at <= f.taken_at
    and c.occurred_at >= f.month::timestamp at time zone f.zone and (c.replaced_at is null or c.replaced_at > f.taken_at)
  join deals.deal_card d on d.id = c.deal_id
)
select p.id, p.deal_id, f.due_at as occurred_at, f.taken_at as recorded_at, p.amount_minor, p.kind, p.team_id::text as team,
       coalesce(d.name, '#' || p.deal_id) as title
from part p join first f on f.id = p.snapshot_id left join deals.deal_card d on d.id = p.deal_id
union all
select -9000000000000000000 + f.id, null, f.due_at, f.taken_at, 0, 'open', null, f.month::text
from first f where not exists (select from part p where p.snapshot_id = f.id);
