create or replace view deals.deal_card as
select d.id, d.name, d.company_id, d.contact_id, d.lead_id, d.campaign_id, d.type, d.source, d.channel, d.amount_minor,
       d.expected_close, d.owner_id, d.team_id, d.created_at, d.closed_at, d.loss_reason, d.stage_since, d.next_step,
       s.name as stage, s.kind as state, s.position as stage_position, s.probability,
       d.product_id, s.pipeline_id, d.stage_id, d.cost_minor, d.next_step_on, d.touched_at,
       d.updated_at, d.words, d.fields,
       d.amount_minor - d.cost_minor as margin_minor,
       round((d.amount_minor - d.cost_minor)::numeric / nullif(d.amount_minor, 0), 4) as margin_rate,
       'd' || d.id || '-' || (extract(epoch from d.recorded_at) * 1000000)::bigint as record_key
from deals.deal d join deals.stage s on s.id = d.stage_id;

-- facts for KPIs
create or replace view deals.event_fact as
select e.id, e.deal_id, e.kind, e.amount_minor, e.reason, e.occurred_at, e.recorded_at, e.replaced_at,
       d.source, d.channel, d.campaign_id, d.team_id, d.lead_id, d.company_id, d.type, d.created_at as deal_created_at,
       s.name as stage
from deals.event e join deals.deal d on d.id = e.deal_id join deals.stage s on s.id = d.stage_id;

-- what neighbours read of products
create or replace view deals.product_card as
select id, name, code, line, unit, price_minor, cost_minor, active from deals.product;

-- the course of each deal, for whoever counts how deals go on; also what was replaced since
create or replace view deals.course as
select e.id, e.deal_id, e.kind, e.stage_id, e.amount_minor, e.occurred_at, e.recorded_at, e.replaced_at,
       s.kind as stage_kind, s.pipeline_id
from deals.event e join deals.stage s on s.id = e.stage_id;
create or replace view deals.stage_card as
select s.id, s.pipeline_id, s.name, s.position, s.kind, s.probability, p.name as pipeline
from deals.stage s join deals.pipeline p on p.id = s.pipeline_id;
