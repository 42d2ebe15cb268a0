-- tasks come from files too
alter table tasks.task add column import_id bigint, add column source_system text, add column source_id text;
create unique index task_source on tasks.task (source_system, source_id) where source_id is not null;
create index task_import on tasks.task (import_id) where import_id is not null;
