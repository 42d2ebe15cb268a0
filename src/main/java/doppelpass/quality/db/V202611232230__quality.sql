create schema quality;

-- how many records each check found on a day, of how many it looked at: the trend of data care
create table quality.snapshot (
  check_key text not null,
  taken_on  date not null,
  found     bigint not null check (found >= 0),
  examined  bigint not null check (examined >= found),
  taken_at  timestamptz not null,
  primary key (check_key, taken_on)
);
create index snapshot_day on quality.snapshot (taken_on);
