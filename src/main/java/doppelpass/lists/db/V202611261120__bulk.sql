-- one change of many records: what was there before stays for a month, so that it can be taken back
create table lists.bulk (
  id          bigint generated always as identity primary key,
  list        text not null,
  field       text not null,
  value       text not null,
  state       text not null check (state in ('asked', 'waiting', 'running', 'done', 'cancelled')),
  undo_of     bigint references lists.bulk on delete cascade,
  person_id   bigint not null references identity.person,
  job_id      bigint,
  created_at  timestamptz not null,
  finished_at timestamptz
);
create index bulk_person on lists.bulk (person_id, id desc);
create unique index bulk_undone_once on lists.bulk (undo_of) where undo_of is not null and state <> 'cancelled';

create table lists.bulk_row (
  bulk_id   bigint not null references lists.bulk on delete cascade,
  record_id bigint not null,
  outcome   text check (outcome in ('changed', 'same', 'refused')),
  before    text,
  after     text,
  reason    text,
  primary key (bulk_id, record_id)
);
create index bulk_row_open on lists.bulk_row (bulk_id, record_id) where outcome is null;
