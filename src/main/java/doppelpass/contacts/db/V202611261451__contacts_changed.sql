-- what changed lately is compared again with all others
create index contact_updated on contacts.contact using brin (updated_at);
create index company_updated on contacts.company using brin (updated_at);
