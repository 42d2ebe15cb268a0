create or replace view timeline.activity_key as
select id, source_system, source_id, subject as name from timeline.activity;
