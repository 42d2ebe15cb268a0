-- the deals of a contact, for rules about either
create index deal_contact on deals.deal (contact_id);
