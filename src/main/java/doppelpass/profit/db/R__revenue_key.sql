create or replace view profit.revenue_key as
select id, source_system, source_id, number as name from profit.revenue where replaced_at is null;
