create schema erasure;

-- that the data of a person were erased, and how many of what; nothing of what they were
create table erasure.erased (
  id        bigint generated always as identity primary key,
  kind      text not null,
  record_id bigint not null,
  taken     jsonb not null,
  erased_by bigint not null references identity.person,
  erased_at timestamptz not null
);
create index erased_record on erasure.erased (kind, record_id, id desc);
