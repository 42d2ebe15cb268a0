-- what neighbours may join: a name beside an id, never a mail address or a password
create or replace view identity.person_card as
select p.id, p.name, p.function, p.team_id, t.name as team_name, p.active
from identity.person p left join identity.team t on t.id = p.team_id;
