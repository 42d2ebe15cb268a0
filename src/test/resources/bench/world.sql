-- A company with {n} leads from five years up to {now}: seeded, so every run sees the same rows.
-- Foreign keys hold by construction and are not looked at row by row.
set session_replication_role = replica;

create function pg_temp.dice(i bigint, salt int, sides bigint) returns bigint immutable parallel safe language sql
  return abs(hashint8extended(i, salt) % sides);

create function pg_temp.later(at timestamptz, days double precision) returns timestamptz immutable parallel safe language sql
  return at + make_interval(secs => days * 86400);

create temporary table people as select array_agg(id order by id) as ids from identity.person where function in ('marketing', 'sales');

insert into campaigns.campaign (id, name, type, channel, status, starts_on, created_at) overriding system value
select i, 'Campaign ' || i, (array['Webinar', 'Trade show', 'Search', 'Mail', 'Partner'])[1 + i % 5],
       (array['event', 'event', 'search', 'email', 'partner'])[1 + i % 5], 'active', (date '{begin}' - 1) + i * 30, timestamptz '{now}'
from generate_series(1, 50) i;

insert into campaigns.cost (function, campaign_id, channel, kind, amount_minor, from_day, to_day)
select case when c % 5 = 0 then 'sales' else 'marketing' end, c, 'other', 'media', 100000 + pg_temp.dice(m * 50 + c, 1, 900000),
       ((date '{begin}' - 1) + m * interval '1 month')::date, ((date '{begin}' - 1) + (m + 1) * interval '1 month')::date - 1
from generate_series(0, 60) m, generate_series(1, 50) c;

insert into contacts.company (id, name, domain, industry, employees, city, country, fit, created_at) overriding system value
select i, (array['Kern', 'Huber', 'Vogt', 'Lang', 'Moser', 'Brandt', 'Seidel', 'Roth', 'Falk', 'Arndt'])[1 + pg_temp.dice(i, 2, 10)]
         || ' ' || (array['Antriebe', 'Logistik', 'Medizintechnik', 'Software', 'Guss', 'Optik', 'Bau'])[1 + pg_temp.dice(i, 3, 7)]
         || ' ' || i || ' GmbH',
       'firma' || i || '.example', (array['machinery', 'logistics', 'health', 'software'])[1 + pg_temp.dice(i, 4, 4)],
       5 + pg_temp.dice(i, 5, 2000), (array['Passau', 'Linz', 'Ulm', 'Basel'])[1 + pg_temp.dice(i, 6, 4)],
       (array['DE', 'DE', 'DE', 'AT', 'CH'])[1 + pg_temp.dice(i, 7, 5)],
       (array['A', 'B', 'B', 'B', 'C', 'C', 'C', 'D', 'D', 'unknown'])[1 + pg_temp.dice(i, 8, 10)], timestamptz '{begin}'
from generate_series(1, greatest({n} / 5, 1)) i;

insert into contacts.contact (id, company_id, company_text, first_name, last_name, mail, phone, job_title, country, source,
  lawful_basis, may_mail, created_at) overriding system value
select i, case when pg_temp.dice(i, 10, 100) < 85 then 1 + pg_temp.dice(i, 11, greatest({n} / 5, 1)) end,
       case when pg_temp.dice(i, 10, 100) between 85 and 94 then 'Einzelfirma ' || i end,
       (array['Anna', 'Bernd', 'Clara', 'David', 'Eva', 'Franz', 'Greta', 'Hans', 'Ines', 'Jonas'])[1 + pg_temp.dice(i, 12, 10)],
       (array['Maier', 'Schulz', 'Weber', 'Koch', 'Bauer', 'Wolf', 'Jung', 'Hahn', 'Keller', 'Berger'])[1 + pg_temp.dice(i, 13, 10)]
         || pg_temp.dice(i, 14, 5000),
       'person' || i || '@firma.example', '+49851' || 100000 + i, (array['CEO', 'Buyer', 'Engineer'])[1 + pg_temp.dice(i, 15, 3)],
       (array['DE', 'DE', 'DE', 'AT', 'CH', null])[1 + pg_temp.dice(i, 16, 6)], 'import', 'consent', 'yes',
       pg_temp.later('{begin}', 1826.0 * (i - 1) / {n})
from generate_series(1, {n}) i;

-- how leads go: each fate is a path through states, dated in days after the inquiry
create temporary table path (fate text, place int, state text, previous text, days double precision);

insert into path values
  ('nurture', 1, 'NEW', null, 0), ('nurture', 2, 'OPEN', 'NEW', 0.2), ('nurture', 3, 'NURTURE', 'OPEN', 3),
  ('unfit', 1, 'NEW', null, 0), ('unfit', 2, 'OPEN', 'NEW', 0.3), ('unfit', 3, 'DISQUALIFIED', 'OPEN', 6),
  ('rework', 1, 'NEW', null, 0), ('rework', 2, 'OPEN', 'NEW', 0.2), ('rework', 3, 'MQL', 'OPEN', 7),
  ('rework', 4, 'REWORK', 'MQL', 7.5), ('rework', 5, 'DISQUALIFIED', 'REWORK', 11),
  ('recycled', 1, 'NEW', null, 0), ('recycled', 2, 'OPEN', 'NEW', 0.2), ('recycled', 3, 'MQL', 'OPEN', 8),
  ('recycled', 4, 'SAL', 'MQL', 8.4), ('recycled', 5, 'RECYCLED', 'SAL', 25),
  ('lost', 1, 'NEW', null, 0), ('lost', 2, 'OPEN', 'NEW', 0.1), ('lost', 3, 'MQL', 'OPEN', 5), ('lost', 4, 'SAL', 'MQL', 5.3),
  ('lost', 5, 'SQL', 'SAL', 14), ('lost', 6, 'OPPORTUNITY', 'SQL', 24), ('lost', 7, 'LOST', 'OPPORTUNITY', 80),
  ('won', 1, 'NEW', null, 0), ('won', 2, 'OPEN', 'NEW', 0.1), ('won', 3, 'MQL', 'OPEN', 4), ('won', 4, 'SAL', 'MQL', 4.2),
  ('won', 5, 'SQL', 'SAL', 12), ('won', 6, 'OPPORTUNITY', 'SQL', 20), ('won', 7, 'WON', 'OPPORTUNITY', 70),
  ('stuck', 1, 'NEW', null, 0), ('stuck', 2, 'OPEN', 'NEW', 0.2), ('stuck', 3, 'MQL', 'OPEN', 6), ('stuck', 4, 'SAL', 'MQL', 6.5),
  ('stuck', 5, 'SQL', 'SAL', 20);

create temporary table fate as
select i as lead_id, case when pg_temp.dice(i, 20, 100) < 70 then i else 1 + pg_temp.dice(i, 21, i) end as contact_id,
       (array['nurture', 'nurture', 'nurture', 'nurture', 'nurture', 'nurture', 'unfit', 'unfit', 'unfit', 'unfit', 'unfit', 'rework',
         'rework', 'rework', 'recycled', 'recycled', 'lost', 'lost', 'won', 'stuck'])[1 + pg_temp.dice(i, 22, 20)] as fate,
       0.5 + pg_temp.dice(i, 23, 1000) / 1000.0::double precision as pace,
       pg_temp.later('{begin}', 1826.0 * (i - 1) / {n}) as created_at
from generate_series(1, {n}) i;

analyze fate;

create temporary table step as
select f.lead_id, f.contact_id, p.fate, p.place, p.state, p.previous, pg_temp.later(f.created_at, p.days * f.pace) as at
from fate f join path p using (fate) where pg_temp.later(f.created_at, p.days * f.pace) <= timestamptz '{now}';

create index on step (lead_id, place);

analyze step;

insert into leads.lead (id, contact_id, company_id, product_line, state, source, channel, campaign_id, intent, hand_raise, owner_id,
  created_at, state_since, recorded_at, import_id, source_system, source_id) overriding system value
select f.lead_id, f.contact_id, c.company_id, (array['drives', 'gears', 'service'])[1 + pg_temp.dice(f.lead_id, 24, 3)], s.state,
       (array['Webinar', 'Website', 'Website', 'Trade show', 'Referral', 'Partner', 'Cold call', ''])[1 + pg_temp.dice(f.lead_id, 25, 8)],
       (array['event', 'web', 'search', 'email', 'partner', 'other'])[1 + pg_temp.dice(f.lead_id, 26, 6)],
       case when pg_temp.dice(f.lead_id, 27, 10) < 6 then 1 + pg_temp.dice(f.lead_id, 28, 50) end,
       pg_temp.dice(f.lead_id, 29, 100) * pg_temp.dice(f.lead_id, 30, 100) / 100,
       (array['demo_request', 'price_request', 'call_me'])[1 + pg_temp.dice(f.lead_id, 31, 45)],
       case when s.state not in ('NEW', 'OPEN') then people.ids[1 + pg_temp.dice(f.lead_id, 32, cardinality(people.ids))] end,
       f.created_at, s.at, f.created_at, 1, 'bench', f.lead_id::text
from fate f join contacts.contact c on c.id = f.contact_id cross join people
join (select distinct on (lead_id) lead_id, state, at from step order by lead_id, place desc) s on s.lead_id = f.lead_id
order by f.lead_id;

insert into leads.entry (lead_id, cycle, state, previous, reason, note, automatic, occurred_at, recorded_at)
select lead_id, 1, state, previous,
       case state when 'DISQUALIFIED' then 'NO_FIT' when 'RECYCLED' then 'NO_BUDGET' when 'REWORK' then 'NO_NEED' when 'LOST' then 'PRICE' end,
       case when state in ('DISQUALIFIED', 'RECYCLED', 'REWORK', 'LOST') and pg_temp.dice(lead_id, 33, 10) < 8 then 'As said on the phone' end,
       true, at, at
from step;

insert into leads.handover (lead_id, cycle, from_function, to_function, kind, trigger, hand_raise, offered_at, due_accept_at, outcome,
  decided_at, reason, note, due_response_at, first_response_at, recorded_at)
select m.lead_id, 1, 'marketing', 'sales', 'mql', 'rule', pg_temp.dice(m.lead_id, 34, 20) = 0, m.at, pg_temp.later(m.at, 0.5),
       case n.state when 'SAL' then 'accepted' when 'REWORK' then 'returned' end, n.at,
       case n.state when 'REWORK' then 'NO_NEED' end, case n.state when 'REWORK' then 'Not now' end,
       case n.state when 'SAL' then pg_temp.later(n.at, 0.4) end,
       case when n.state = 'SAL' and pg_temp.later(n.at, 0.3) < timestamptz '{now}' then pg_temp.later(n.at, 0.3) end, m.at
from step m left join step n on n.lead_id = m.lead_id and n.previous = 'MQL' where m.state = 'MQL';

insert into deals.deal (id, name, company_id, contact_id, lead_id, source, stage_id, amount_minor, created_at, stage_since, closed_at,
  loss_reason, recorded_at) overriding system value
select o.lead_id, 'Deal ' || o.lead_id, l.company_id, l.contact_id, o.lead_id, l.source, s.id,
       500000 + pg_temp.dice(o.lead_id, 35, 5000000), o.at, coalesce(e.at, o.at), e.at, case e.state when 'LOST' then 'PRICE' end, o.at
from step o join leads.lead l on l.id = o.lead_id left join step e on e.lead_id = o.lead_id and e.previous = 'OPPORTUNITY'
join lateral (select id from deals.stage where kind = coalesce(lower(e.state), 'open') order by position limit 1) s on true
where o.state = 'OPPORTUNITY';

insert into deals.event (deal_id, kind, stage_id, amount_minor, reason, occurred_at, recorded_at)
select id, 'created', stage_id, amount_minor, null, created_at, created_at from deals.deal
union all
select d.id, s.kind, d.stage_id, d.amount_minor, d.loss_reason, d.closed_at, d.closed_at
from deals.deal d join deals.stage s on s.id = d.stage_id where d.closed_at is not null;

insert into timeline.touchpoint (kind, channel, title, contact_id, lead_id, occurred_at, recorded_at)
select (array['form', 'mail_open', 'mail_open', 'page_view', 'page_view', 'page_view', 'download', 'download', 'event_scan',
         'demo_request'])[1 + pg_temp.dice(f.lead_id * 10 + t, 40, 10)],
       (array['web', 'email', 'event'])[1 + pg_temp.dice(f.lead_id * 10 + t, 41, 3)], 'Touch ' || t, f.contact_id, f.lead_id, at, at
from fate f cross join generate_series(1, {touches}) t
cross join lateral (select pg_temp.later(f.created_at, pg_temp.dice(f.lead_id * 10 + t, 42, 60) * (t - 1) / {touches}.0) as at) w
where at <= timestamptz '{now}';

insert into timeline.activity (kind, direction, outcome, subject, contact_id, lead_id, occurred_at, recorded_at)
select 'call', 'out', (array['reached', 'not_reached'])[1 + pg_temp.dice(f.lead_id, 43, 2)], 'Call ' || f.lead_id, f.contact_id,
       f.lead_id, pg_temp.later(f.created_at, 1), pg_temp.later(f.created_at, 1)
from fate f where pg_temp.dice(f.lead_id, 44, 2) = 0 and pg_temp.later(f.created_at, 1) <= timestamptz '{now}';

drop table step, fate, path, people;

set session_replication_role = origin;
