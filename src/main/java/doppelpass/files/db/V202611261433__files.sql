create schema files;

-- the same bytes are kept once, however often they are attached
create table files.content (
  id         bigint generated always as identity primary key,
  sha256     bytea not null unique check (length(sha256) = 32),
  size_bytes bigint not null check (size_bytes > 0),
  type       text not null,
  state      text not null check (state in ('unscanned', 'clean', 'quarantined', 'infected')),
  finding    text,
  stored_at  timestamptz not null,
  scanned_at timestamptz
);
create index content_quarantined on files.content (id) where state = 'quarantined';

create table files.chunk (
  content_id bigint not null references files.content on delete cascade,
  place      int not null,
  bytes      bytea not null,
  primary key (content_id, place)
);
-- most files are compressed already
alter table files.chunk alter column bytes set storage external;

create table files.file (
  id         bigint generated always as identity primary key,
  kind       text not null,
  record_id  bigint not null,
  content_id bigint not null references files.content,
  name       text not null check (length(name) between 1 and 200),
  person_id  bigint references identity.person,
  added_at   timestamptz not null,
  deleted_at timestamptz,
  deleted_by bigint references identity.person,
  -- went to the bin with its record and comes back with it
  with_record boolean not null default false
);
create index file_record on files.file (kind, record_id, added_at desc, id desc);
create index file_content on files.file (content_id);
create index file_deleted on files.file (deleted_at) where deleted_at is not null;

-- without a row the usual ones: 25 MB, no scanner
create table files.setting (
  id            smallint primary key default 1 check (id = 1),
  largest_bytes bigint not null check (largest_bytes > 0),
  scanner_host  text not null default '',
  scanner_port  int not null default 3310 check (scanner_port between 1 and 65535),
  quarantine    boolean not null default false,
  changed_by    bigint references identity.person,
  changed_at    timestamptz not null
);
