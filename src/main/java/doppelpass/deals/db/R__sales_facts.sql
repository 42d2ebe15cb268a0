-- what KPIs count and add up; runs after the facts of leads, hence the name
create or replace view deals.deal_fact as
select e.id, e.deal_id, d.lead_id, coalesce(d.company_id, -d.id) as customer_id, e.kind, e.amount_minor,
       case when e.kind = 'lost' then coalesce(nullif(e.reason, ''), d.loss_reason, '') else '' end as reason,
       e.occurred_at, e.recorded_at, e.replaced_at,
       extract(epoch from e.occurred_at - d.created_at) / 86400 as days,
       extract(epoch from e.occurred_at - l.occurred_at) / 86400 as lead_days,
       d.source, d.channel, coalesce(g.name, '') as campaign, coalesce(g.type, '') as campaign_type,
       s.name as stage, d.type, d.team_id::text as team, d.name as title
from deals.event e
left join deals.deal d on d.id = e.deal_id
left join deals.stage s on s.id = d.stage_id
left join campaigns.campaign_card g on g.id = d.campaign_id
left join leads.created_fact l on l.id = d.lead_id;
