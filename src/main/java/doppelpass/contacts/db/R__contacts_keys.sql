-- how links of imported records find a contact or a company, also one that was merged into another
create or replace view contacts.company_key as
select id, source_system, source_id, name, name as shown from contacts.company
union all
select record_id, source_system, source_id, null, null from duplicates.successor where kind = 'company' and source_id is not null;

create or replace view contacts.contact_key as
select id, source_system, source_id, mail as name, mail, trim(first_name || ' ' || last_name) as shown from contacts.contact
union all
select record_id, source_system, source_id, null, null, null from duplicates.successor where kind = 'contact' and source_id is not null;
