-- what KPIs add up: costs with the days of service they are spread over
create or replace view campaigns.cost_fact as
select c.id, c.campaign_id, c.function, c.kind, c.amount_minor, c.from_day, c.to_day, c.recorded_at, c.replaced_at,
       coalesce(g.name, '') as campaign, coalesce(g.type, '') as campaign_type, coalesce(c.channel, g.channel, '') as channel,
       coalesce(nullif(c.note, ''), g.name, c.kind) as title
from campaigns.cost c left join campaigns.campaign g on g.id = c.campaign_id;
