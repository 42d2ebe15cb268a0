create or replace view identity.person_key as
select id, source_system, source_id, name, mail, name as shown from identity.person;
