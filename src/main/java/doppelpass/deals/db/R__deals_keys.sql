create or replace view deals.deal_key as
select id, source_system, source_id, name, name as shown from deals.deal;
