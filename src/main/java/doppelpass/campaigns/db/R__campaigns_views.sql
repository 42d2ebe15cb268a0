create or replace view campaigns.campaign_card as
select id, name, type, channel, status, starts_on, ends_on, budget_minor from campaigns.campaign;
