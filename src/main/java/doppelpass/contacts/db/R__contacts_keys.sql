-- how links of imported records find a contact or a company
create or replace view contacts.company_key as
select id, source_system, source_id, name from contacts.company;

create or replace view contacts.contact_key as
select id, source_system, source_id, mail as name, mail from contacts.contact;
