-- what a note says can be found; who is mentioned stands in it as a number, which nobody looks for
alter table notes.note add column words tsvector generated always as (search.words(regexp_replace(text, '@\{\d+\}', ' ', 'g'))) stored;
create index note_words on notes.note using gin (words) where deleted_at is null;
call search.watch('notes.note', 'regexp_replace(text, ''@\{\d+\}'', '' '', ''g'')');
