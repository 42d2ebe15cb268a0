create schema reach;

-- what a function sees of a kind of record; what is not listed is seen whole
create table reach.extent (
  function   text not null check (function in ('marketing', 'sales', 'service', 'leadership', 'controlling', 'works_council')),
  kind       text not null,
  extent     text not null check (extent in ('own', 'team', 'department')),
  changed_by bigint references identity.person,
  changed_at timestamptz not null,
  primary key (function, kind)
);

-- a record opened to one more person or team
create table reach.share (
  id        bigint generated always as identity primary key,
  kind      text not null,
  record_id bigint not null,
  person_id bigint references identity.person,
  team_id   bigint references identity.team,
  shared_by bigint not null references identity.person,
  shared_at timestamptz not null,
  check (num_nonnulls(person_id, team_id) = 1)
);
create unique index share_person on reach.share (person_id, kind, record_id) where person_id is not null;
create unique index share_team on reach.share (team_id, kind, record_id) where team_id is not null;
create index share_record on reach.share (kind, record_id);

-- what the modules say of their tables: whose a record is, which table opens which record, which rows go with a record
create table reach.guarded (
  relation text primary key,
  kind     text not null unique,
  team     boolean not null,
  also     text not null
);
create table reach.opening (
  kind     text not null,
  relation text not null,
  record   text not null,
  by_kind  text not null,
  primary key (kind, relation, record)
);
create table reach.following (
  relation  text primary key,
  condition text not null
);
comment on table reach.guarded is 'transient, structure: written by the migrations of the modules';
comment on table reach.opening is 'transient, structure: written by the migrations of the modules';
comment on table reach.following is 'transient, structure: written by the migrations of the modules';
