-- The latest of somebody's own are found at once, and whom these leads are about without reading them.
create index lead_owned on leads.lead (owner_id, id) include (contact_id, company_id);
