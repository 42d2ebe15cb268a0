create schema records;

-- kind is what the timeline calls the record: lead, contact, …
create table records.favourite (
  person_id bigint not null references identity.person,
  kind      text not null,
  record_id bigint not null,
  since     timestamptz not null,
  primary key (person_id, kind, record_id)
);
