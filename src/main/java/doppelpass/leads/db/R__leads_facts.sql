-- what KPIs count; states and dates are those of the time, attributes such as source or campaign those of today
create or replace view leads.created_fact as
select l.id, l.company_id, l.created_at as occurred_at, l.recorded_at, l.state, l.source, l.channel, l.product_line,
       coalesce(g.name, '') as campaign, coalesce(g.type, '') as campaign_type, l.team_id::text as team, c.name as title
from leads.lead l
left join campaigns.campaign_card g on g.id = l.campaign_id
left join contacts.contact_card c on c.id = l.contact_id
where l.state <> 'MERGED';

create or replace view leads.state_fact as
select e.id, e.lead_id, e.state, coalesce(e.reason, '') as reason, e.occurred_at, e.recorded_at, e.replaced_at,
       case when coalesce(e.reason, '') <> '' and coalesce(e.note, '') <> '' then 'given' else 'missing' end as feedback,
       l.source, l.channel, l.product_line, coalesce(g.name, '') as campaign, coalesce(g.type, '') as campaign_type,
       l.team_id::text as team, c.name as title
from leads.entry e
left join leads.lead l on l.id = e.lead_id
left join campaigns.campaign_card g on g.id = l.campaign_id
left join contacts.contact_card c on c.id = l.contact_id;

-- signs of life: entries into states, and activities that leave the state as it is
create or replace view leads.sign_fact as
select e.id * 2 as id, e.lead_id, e.state, e.occurred_at, e.recorded_at, e.replaced_at,
       l.source, l.channel, l.team_id::text as team, c.name as title
from leads.entry e join leads.lead l on l.id = e.lead_id left join contacts.contact_card c on c.id = l.contact_id
union all
select a.id * 2 + 1, a.lead_id, null, a.occurred_at, a.recorded_at, a.replaced_at,
       l.source, l.channel, l.team_id::text, c.name
from timeline.activity_ever a join leads.lead l on l.id = a.lead_id left join contacts.contact_card c on c.id = l.contact_id
where a.happened;

create or replace view leads.inquiry_fact as
select t.id, t.lead_id, t.kind, t.direction, t.channel, t.occurred_at, t.recorded_at, t.title,
       coalesce(g.name, '') as campaign, coalesce(g.type, '') as campaign_type, t.replaced_at
from timeline.touchpoint_ever t left join campaigns.campaign_card g on g.id = t.campaign_id;
