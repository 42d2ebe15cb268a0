-- figures are cut by what a check looks for
alter table quality.snapshot add column id bigint generated always as identity;
alter table quality.snapshot add column kind text not null default 'missing'
  check (kind in ('missing', 'invalid', 'stale', 'contradictory', 'duplicate'));
create unique index snapshot_id on quality.snapshot (id);

-- values that a library refuses, as they stood when it was asked; an edited value is no longer among them
create table quality.refused (
  check_key text not null,
  record_id bigint not null,
  value     text not null,
  primary key (check_key, record_id)
);
comment on table quality.refused is 'transient: worked out anew from the records';

-- somebody looked and left it as it is, until a day
create table quality.exemption (
  check_key   text not null,
  record_id   bigint not null,
  kind        text not null,
  until       date not null,
  exempted_by bigint not null references identity.person,
  exempted_at timestamptz not null,
  primary key (check_key, record_id)
);
