-- files are found by their names
alter table files.file add column words tsvector generated always as (search.words(name)) stored;
create index file_words on files.file using gin (words) where deleted_at is null;
call search.watch('files.file', 'name');
