-- Who the leads of the world belong to.
insert into identity.team (name, function) values ('Marketing', 'marketing');

insert into identity.person (mail, name, password, language, function, team_id)
select 'marketing' || i || '@load.test', 'Marketing ' || i, a.password, case when i % 2 = 0 then 'de' else 'en' end, 'marketing', t.id
from generate_series(1, 18) i, (select password from identity.person where administrator) a, identity.team t
