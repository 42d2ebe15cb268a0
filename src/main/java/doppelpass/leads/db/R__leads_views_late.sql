-- passes still open although half as much time again as promised has gone: for the agenda; in the air, or accepted and uncalled
create or replace view leads.late_pass as
select h.id, h.kind, h.to_function, coalesce(h.due_response_at, h.due_accept_at) as due_at,
       coalesce(k.name, lc.company_name, c.name, lc.contact_name, h.trigger) as about
from leads.handover h
left join leads.lead_card lc on lc.id = h.lead_id
left join contacts.contact_card c on c.id = h.contact_id
left join contacts.company_card k on k.id = h.company_id
where h.escalation = 4 and (h.outcome is null
  or h.outcome = 'accepted' and h.due_response_at is not null and h.first_response_at is null);
