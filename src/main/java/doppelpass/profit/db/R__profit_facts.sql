-- what KPIs add up: posted revenue and its cost of sales where that is known, by posting date
create or replace view profit.revenue_fact as
select r.id, r.company_id, r.number as title, r.posted_on, r.amount_minor, r.cost_minor, r.status,
       r.recorded_at, r.replaced_at, coalesce(g.name, '') as campaign, coalesce(g.type, '') as campaign_type,
       case when r.cost_minor is null then 'missing' else 'known' end as cost
from profit.revenue r left join campaigns.campaign_card g on g.id = r.campaign_id;
