-- what KPIs add up: posted revenue and its cost of sales, by posting date
create or replace view profit.revenue_fact as
select r.id, r.company_id, r.number as title, r.posted_on, r.amount_minor, coalesce(r.cost_minor, 0) as cost_minor, r.status,
       r.recorded_at, r.replaced_at, coalesce(g.name, '') as campaign, coalesce(g.type, '') as campaign_type
from profit.revenue r left join campaigns.campaign_card g on g.id = r.campaign_id;
