-- Six sellers in two teams, each with one company in two hundred and the people, leads and deals of it, but for one person in ten who is
-- another's; all other leads and deals are marketing's.
-- Everybody has forty things to do, and the administrator's password.
insert into identity.team (name, function) values ('Sales North', 'sales'), ('Sales South', 'sales');

insert into identity.person (mail, name, password, language, function, team_id)
select 'seller' || i || '@load.test', 'Seller ' || i, a.password, case when i % 2 = 0 then 'de' else 'en' end, 'sales',
       (select id from identity.team where name = case when i <= 3 then 'Sales North' else 'Sales South' end)
from generate_series(1, 6) i, (select password from identity.person where administrator) a;

set session_replication_role = replica;

create temporary table sellers as select row_number() over (order by id) - 1 as place, id from identity.person where function = 'sales';

update contacts.company k set owner_id = s.id from sellers s where k.id % 200 = s.place;

update contacts.contact c set owner_id = s.id from sellers s
where s.place = case when c.company_id is null or c.id % 10 = 0 then c.id / 10 % 200 else c.company_id % 200 end;

update leads.lead l set owner_id = s.id from contacts.contact c join sellers s on s.id = c.owner_id where c.id = l.contact_id;

update deals.deal d set owner_id = s.id from leads.lead l join sellers s on s.id = l.owner_id where l.id = d.lead_id;

update deals.deal set owner_id = (select min(id) from identity.person where function = 'marketing') where owner_id is null;

set session_replication_role = origin;

insert into tasks.task (title, due_on, assignee_id, kind, record_id, created_by, created_at, changed_at)
select 'Call contact ' || i, date '{now}' - 20 + i, p.id, 'contact', i * 200, p.id, timestamptz '{now}', timestamptz '{now}'
from identity.person p, generate_series(1, 40) i where i * 200 <= {n};

-- the world has numbered its rows itself
select setval(pg_get_serial_sequence('contacts.company', 'id'), (select max(id) from contacts.company)),
       setval(pg_get_serial_sequence('contacts.contact', 'id'), (select max(id) from contacts.contact)),
       setval(pg_get_serial_sequence('leads.lead', 'id'), (select max(id) from leads.lead)),
       setval(pg_get_serial_sequence('deals.deal', 'id'), (select max(id) from deals.deal)),
       setval(pg_get_serial_sequence('campaigns.campaign', 'id'), (select max(id) from campaigns.campaign));

call search.refresh();

vacuum analyze;

checkpoint
