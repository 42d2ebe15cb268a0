create or replace view tasks.task_key as
select id, source_system, source_id, title as name from tasks.task;
