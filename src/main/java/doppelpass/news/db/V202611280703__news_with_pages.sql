-- what concerns one person alone, such as a task, has a page of its own and need not be about a record
alter table news.item
  add column page text,
  alter column kind drop not null,
  alter column record_id drop not null,
  add constraint item_place check ((kind is null) = (record_id is null) and (kind is not null or page is not null));
