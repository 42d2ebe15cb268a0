create or replace view leads.lead_key as
select l.id, l.source_system, l.source_id, c.mail as name, c.name as shown
from leads.lead l join contacts.contact_card c on c.id = l.contact_id;
