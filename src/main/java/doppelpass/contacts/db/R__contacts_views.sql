-- what neighbours may join and lists show: one row a contact, one row a company
-- record_key names a record in files: the time it was recorded tells records of several installations apart
create or replace view contacts.contact_card as
select c.id, trim(c.first_name || ' ' || c.last_name) as name, c.mail, coalesce(c.mobile, c.phone) as phone, c.job_title,
       c.company_id, coalesce(k.name, c.company_text) as company_name, coalesce(k.fit, 'unknown') as fit,
       coalesce(c.country, k.country) as country, k.industry, k.employees, c.lawful_basis, c.may_mail, c.may_call,
       c.source, c.owner_id, c.created_at,
       k.fit as company_fit, -- null without a company: what filters compare, because the planner knows how often it occurs
       lower(c.first_name || ' ' || c.last_name || ' ' || coalesce(c.mail, '')) as searched,
       case when c.company_id is null then c.company_text end as company_text,
       c.first_name, c.last_name,
       c.phone as landline, c.mobile, c.country as own_country, c.note,
       'd' || c.id || '-' || (extract(epoch from c.recorded_at) * 1000000)::bigint as record_key, c.updated_at,
       c.words, c.fields, k.words as company_words,
       k.name as company_known, c.company_text as company_written, -- as they stand, so that each is found along its index
       c.erased_at
from contacts.contact c left join contacts.company k on k.id = c.company_id;

create or replace view contacts.company_card as
select id, name, fit, industry, employees, city, country, domain, owner_id, created_at,
       postcode, vat_id,
       website, phone, street, parent_id, note,
       'd' || id || '-' || (extract(epoch from recorded_at) * 1000000)::bigint as record_key, updated_at,
       words, fields
from contacts.company;
