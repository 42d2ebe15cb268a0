create schema forecast;

-- the chances as they were counted last
create table forecast.chance (
  id         bigint generated always as identity primary key,
  stage_id   bigint not null references deals.stage on delete cascade,
  from_day   int not null,
  n          int not null,
  wins       int not null,
  p          numeric(5, 4) not null check (p between 0 and 1),
  counted_at timestamptz not null,
  unique (stage_id, from_day)
);

-- what the forecast was, frozen every week; won_minor is what the running month had brought by then
create table forecast.snapshot (
  id        bigint generated always as identity primary key,
  due_at    timestamptz not null unique,
  taken_at  timestamptz not null,
  late      boolean not null,
  month     date not null,
  won_minor bigint not null
);

-- numbers, not references: a frozen forecast outlives the deals in it
create table forecast.entry (
  id             bigint generated always as identity primary key,
  snapshot_id    bigint not null references forecast.snapshot,
  deal_id        bigint not null,
  stage_id       bigint not null,
  pipeline_id    bigint not null,
  owner_id       bigint,
  team_id        bigint,
  month          date,
  amount_minor   bigint not null,
  p              numeric(5, 4) not null,
  weighted_minor bigint not null
);
create index entry_snapshot on forecast.entry (snapshot_id, month);

create function forecast.stays() returns trigger language plpgsql as $$
begin
  raise exception 'Snapshots of the forecast are append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger stays before update or delete on forecast.snapshot for each row execute function forecast.stays();
create trigger stays before update or delete on forecast.entry for each row execute function forecast.stays();
