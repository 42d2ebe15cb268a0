create schema importing;

create table importing.mapping (
  id         bigint generated always as identity primary key,
  name       text not null unique check (length(name) between 1 and 200),
  object     text not null,
  body       text not null,
  created_by bigint references identity.person,
  created_at timestamptz not null
);

-- one upload or one command: one or more files that are undone together
create table importing.import (
  id            bigint generated always as identity primary key,
  name          text not null,
  source_system text not null check (length(source_system) between 1 and 100),
  state         text not null default 'draft' check (state in ('draft', 'waiting', 'running', 'done', 'failed', 'cancelled', 'undone')),
  job_id        bigint,
  error         text,
  created_by    bigint references identity.person,
  created_at    timestamptz not null,
  finished_at   timestamptz
);

create table importing.file (
  id         bigint generated always as identity primary key,
  import_id  bigint not null references importing.import on delete cascade,
  place      int not null,
  name       text not null,
  path       text,
  object     text,
  mapping    text,
  skipped    text,
  rows_total bigint,
  rows_done  bigint not null default 0,
  inserted   bigint not null default 0,
  updated    bigint not null default 0,
  unchanged  bigint not null default 0,
  refused    bigint not null default 0,
  remarks    bigint not null default 0,
  currencies text not null default '',
  finished   boolean not null default false
);
create index file_import on importing.file (import_id, place);

-- refused rows, and remarks about rows that went in
create table importing.remark (
  id      bigint generated always as identity primary key,
  file_id bigint not null references importing.file on delete cascade,
  row_no  bigint not null,
  refused boolean not null,
  field   text not null,
  value   text not null,
  reason  text not null
);
create index remark_file on importing.remark (file_id, row_no);

-- what a record was before an import changed it
create table importing.before (
  import_id bigint not null references importing.import on delete cascade,
  target    text not null,
  record_id bigint not null,
  row       jsonb not null,
  primary key (import_id, target, record_id)
);
