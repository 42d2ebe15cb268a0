-- Words stand beside what they are made of: to work them out takes several times as long as to read a row, and whoever looks at
-- thousands of rows in some order, or at those that somebody sees, would do that for each. Takes a minute for a million contacts.
drop index contacts.contact_words;
drop index contacts.company_words;
alter table contacts.contact add column words tsvector generated always as (search.words(
  first_name || ' ' || last_name || ' ' || coalesce(mail, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(mobile, '') || ' '
  || coalesce(case when company_id is null then company_text end, '') || ' ' || coalesce(note, ''))) stored;
alter table contacts.company add column words tsvector generated always as (search.words(
  name || ' ' || coalesce(domain, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(city, '') || ' ' || coalesce(vat_id, '') || ' '
  || coalesce(note, ''))) stored;
create index contact_words on contacts.contact using gin (words);
create index company_words on contacts.company using gin (words);
analyze contacts.contact (words);
analyze contacts.company (words);
