-- The latest of somebody's own are found at once, and the companies of their contacts without reading these.
drop index contacts.contact_owner;
create index contact_owner on contacts.contact (owner_id, id) include (company_id);
drop index contacts.company_owner;
create index company_owner on contacts.company (owner_id, id);
