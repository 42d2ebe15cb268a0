-- one index over the words of a record instead of one over every three letters of some of its columns
create index contact_words on contacts.contact using gin (search.words(
  first_name || ' ' || last_name || ' ' || coalesce(mail, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(mobile, '') || ' '
  || coalesce(case when company_id is null then company_text end, '') || ' ' || coalesce(note, '')));
create index company_words on contacts.company using gin (search.words(
  name || ' ' || coalesce(domain, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(city, '') || ' ' || coalesce(vat_id, '') || ' '
  || coalesce(note, '')));
drop index contacts.contact_search;
drop index contacts.contact_company_text;
drop index contacts.company_search;
call search.watch('contacts.contact',
  'first_name || '' '' || last_name || '' '' || coalesce(case when company_id is null then company_text end, '''')');
call search.watch('contacts.company', 'name');
