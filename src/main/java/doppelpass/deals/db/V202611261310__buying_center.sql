-- who takes part in a purchase decision, each with a role
create table deals.participant (
  id         bigint generated always as identity primary key,
  deal_id    bigint not null references deals.deal on delete cascade,
  contact_id bigint not null references contacts.contact,
  role       text not null check (role in
    ('initiator', 'user', 'influencer', 'technical_buyer', 'buyer', 'economic_buyer', 'decider', 'gatekeeper', 'champion')),
  added_by   bigint not null references identity.person,
  added_at   timestamptz not null,
  unique (deal_id, contact_id)
);
create index participant_contact on deals.participant (contact_id);
