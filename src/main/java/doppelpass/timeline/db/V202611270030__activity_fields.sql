-- what a house wants to know of a call or meeting beyond what we thought of
alter table timeline.activity add column fields jsonb not null default '{}';
