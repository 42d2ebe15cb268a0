-- whom a person wanted to come back to, by day: most of those who wait are not due
create index lead_revisit on leads.lead (owner_id, revisit_on) where revisit_on is not null;
