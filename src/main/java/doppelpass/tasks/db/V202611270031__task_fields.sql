-- what a house wants to know of a task beyond what we thought of
alter table tasks.task add column fields jsonb not null default '{}';
