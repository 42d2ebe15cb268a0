create or replace view campaigns.campaign_key as
select id, source_system, source_id, name, name as shown from campaigns.campaign;

create or replace view campaigns.cost_key as
select id, source_system, source_id, kind as name from campaigns.cost where replaced_at is null;
