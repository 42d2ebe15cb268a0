create schema audit;
comment on schema audit is 'append-only: the role the product works as reads it; only the functions of this schema write it';

-- one row a change of one row of a watched table: who, when, by which door, and the changed columns before and after. A row is
-- written once; erasing takes the values and the salt out and leaves the hash of both, so the chain over it still holds
create table audit.entry (
  id        bigint generated always as identity primary key,
  at        timestamptz not null,
  actor_id  bigint,
  record_id bigint,
  salt      uuid,
  action    text not null check (action in ('I', 'U', 'D', 'T', 'E')),
  origin    text not null check (origin in ('page', 'import', 'api', 'automation', 'system')),
  cause     text,
  tab       text not null,
  row_key   text,
  kind      text not null,
  before    jsonb,
  after     jsonb,
  erased    bytea
);
comment on table audit.entry is 'housekeeping, append-only: what a restored database already noted gives way to the archive';
comment on column audit.entry.action is 'inserted, updated, deleted, the table truncated, values erased';
comment on column audit.entry.row_key is 'the primary key where it is not the record''s id';
comment on column audit.entry.record_id is 'the record on whose page the change belongs';
create index entry_record on audit.entry (kind, record_id, id);
create index entry_actor on audit.entry (actor_id, id) where actor_id is not null;
create index entry_at on audit.entry using brin (at);

-- the chain: each batch carries a hash over its entries and the batch before
create table audit.batch (
  number    bigint primary key check (number >= 1),
  from_id   bigint not null,
  to_id     bigint not null check (to_id > from_id),
  entries   bigint not null check (entries > 0),
  previous  bytea not null,
  hash      bytea not null,
  sealed_at timestamptz not null
);
comment on table audit.batch is 'housekeeping, append-only: the chain of the archive replaces that of a restored database';
comment on column audit.batch.from_id is 'exclusive';

-- up to where the next batches may reach as soon as every transaction older than this one has ended
create table audit.pending (
  one       boolean primary key default true check (one),
  up_to     bigint not null,
  older     xid8 not null
);
comment on table audit.pending is 'transient: transactions of another database say nothing here';

-- how the checks of the chain went
create table audit.verification (
  id      bigint generated always as identity primary key,
  at      timestamptz not null,
  batches bigint not null,
  entries bigint not null,
  broken  bigint
);
comment on table audit.verification is 'transient: another installation checks for itself';

-- which tables are watched, as the modules' migrations say it
create table audit.watched (
  tab    text primary key,
  kind   text not null,
  record text not null,
  hidden text[] not null,
  noted  text not null default ''
);
comment on table audit.watched is 'transient: each version says itself what it watches';
