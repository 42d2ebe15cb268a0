-- tasks are found by what they say; as a column, as everything is that has many rows
alter table tasks.task add column words tsvector generated always as (search.words(title || ' ' || note)) stored;
create index task_words on tasks.task using gin (words);
call search.watch('tasks.task', 'title || '' '' || note');
