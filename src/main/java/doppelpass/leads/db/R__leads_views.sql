create or replace view leads.lead_card as
select l.id, l.contact_id, l.company_id, l.product_line, l.state, l.cycle, l.source, l.channel, l.campaign_id, l.intent,
       l.hand_raise, l.owner_id, l.team_id, l.created_at, l.state_since, c.name as contact_name, c.company_name, c.fit, c.country,
       c.company_fit, c.searched, c.words, l.updated_at, l.fields, c.company_words
from leads.lead l join contacts.contact_card c on c.id = l.contact_id;

-- The same for lists: whoever sees a lead sees its contact, and an outer join leaves contacts alone where nothing of them is asked for.
create or replace view leads.lead_listed as
select l.id, l.contact_id, l.company_id, l.product_line, l.state, l.cycle, l.source, l.channel, l.campaign_id, l.intent,
       l.hand_raise, l.owner_id, l.team_id, l.created_at, l.state_since, c.name as contact_name, c.company_name, c.fit, c.country,
       c.company_fit, c.searched, c.words, l.updated_at, l.fields, c.company_words,
       c.company_known, c.company_id as contact_company_id, c.company_written,
       'd' || l.id || '-' || (extract(epoch from l.recorded_at) * 1000000)::bigint as record_key
from leads.lead l left join contacts.contact_card c on c.id = l.contact_id;

-- facts for KPIs: the first entry of a lead into each state, whatever the cycle
create or replace view leads.entry_fact as
select e.id, e.lead_id, e.state, e.cycle, e.occurred_at, e.recorded_at, e.replaced_at, e.reason,
       l.source, l.channel, l.campaign_id, l.team_id, l.contact_id, l.company_id, l.product_line
from leads.entry e join leads.lead l on l.id = e.lead_id;

-- facts for KPIs: every pass with what it promised, what became of it, and where the lead came from
create or replace view leads.handover_fact as
select h.id, h.lead_id, h.cycle, h.kind, h.from_function, h.to_function, h.from_team_id, h.to_team_id, h.hand_raise,
       h.offered_at, h.due_accept_at, h.outcome, h.decided_at, h.reason, h.due_response_at, h.first_response_at,
       h.complete, h.definition, h.recorded_at, l.source, l.channel, l.campaign_id, l.product_line, l.created_at as lead_created_at
from leads.handover h join leads.lead l on l.id = h.lead_id
where h.kind in ('mql', 'rework', 'recycle');
