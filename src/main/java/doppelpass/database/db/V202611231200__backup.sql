create schema database;

create table database.backup (
  id         bigint generated always as identity primary key,
  made_at    timestamptz not null,
  file       text not null,
  row_count  bigint not null,
  size_bytes bigint not null
);

-- what backup and restore make of a table is said by its comment: "transient" rows belong to this installation and stay
-- out of the archive, "housekeeping" rows are in it but do not make a database count as filled
comment on table database.backup is 'transient: which archives this installation has made';
