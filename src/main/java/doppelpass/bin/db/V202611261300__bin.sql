-- records that were deleted: their rows as they were, parents before what belongs to them
create schema bin;
create table bin.deleted (
  id         bigint generated always as identity primary key,
  kind       text not null,
  record_id  bigint not null,
  name       text not null,
  rows       jsonb not null,
  deleted_by bigint not null references identity.person,
  deleted_at timestamptz not null,
  unique (kind, record_id)
);
create index deleted_at on bin.deleted (deleted_at desc, id desc);
