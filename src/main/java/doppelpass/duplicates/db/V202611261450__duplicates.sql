create schema duplicates;

-- under which keys a record stands: only records that share one are compared; place orders the records of a key
create table duplicates.sign (
  kind      text not null,
  key       bigint not null,
  place     text collate "C" not null,
  record_id bigint not null
);
comment on table duplicates.sign is 'transient: worked out anew from the records';
create index sign_key on duplicates.sign (kind, key, place, record_id);
create index sign_record on duplicates.sign (kind, record_id);

-- how far each kind of record is compared, and what its values were found to be worth
create table duplicates.progress (
  kind        text primary key,
  model       jsonb not null,
  up_to       timestamptz not null,
  records     bigint not null,
  compared    bigint not null,
  left_out    bigint not null,
  finished_at timestamptz not null
);
comment on table duplicates.progress is 'transient: worked out anew from the records';

-- two records that look like one; distinct once somebody said that they are not
create table duplicates.pair (
  id         bigint generated always as identity primary key,
  kind       text not null,
  first_id   bigint not null,
  second_id  bigint not null check (first_id < second_id),
  chance     double precision not null,
  evidence   jsonb not null,
  state      text not null default 'open' check (state in ('open', 'distinct')),
  group_id   bigint,
  found_at   timestamptz not null,
  decided_by bigint references identity.person,
  decided_at timestamptz,
  unique (kind, first_id, second_id)
);
create index pair_open on duplicates.pair (kind, group_id, chance desc) where state = 'open';
create index pair_second on duplicates.pair (kind, second_id);

-- what a merge did: the rows as they were and which rows point elsewhere since; forgotten after 30 days
create table duplicates.merge (
  id        bigint generated always as identity primary key,
  kind      text not null,
  winner_id bigint not null,
  name      text not null,
  merged_by bigint not null references identity.person,
  merged_at timestamptz not null,
  undone_by bigint references identity.person,
  undone_at timestamptz,
  done      jsonb
);
create index merge_at on duplicates.merge (merged_at desc);

-- old numbers lead to the record that stayed, also those of the systems records came from
create table duplicates.merged (
  kind          text not null,
  loser_id      bigint not null,
  winner_id     bigint not null,
  merge_id      bigint not null references duplicates.merge,
  source_system text,
  source_id     text,
  primary key (kind, loser_id)
);
create index merged_winner on duplicates.merged (kind, winner_id);
create index merged_source on duplicates.merged (kind, source_system, source_id) where source_id is not null;
create index merged_merge on duplicates.merged (merge_id);

-- which record stays for each that is gone, over however many merges
create view duplicates.successor as
with recursive way(kind, loser_id, winner_id) as (
  select kind, loser_id, winner_id from duplicates.merged
  union
  select way.kind, way.loser_id, m.winner_id from way join duplicates.merged m on m.kind = way.kind and m.loser_id = way.winner_id)
select w.kind, w.loser_id, w.winner_id as record_id, m.source_system, m.source_id
from way w join duplicates.merged m on m.kind = w.kind and m.loser_id = w.loser_id
where not exists (select from duplicates.merged x where x.kind = w.kind and x.loser_id = w.winner_id);
