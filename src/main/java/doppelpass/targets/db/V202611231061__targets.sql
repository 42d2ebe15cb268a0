create schema targets;

-- the plan of a KPI for a month, in the KPI's own unit (money in minor units, shares as 0 to 1); a change keeps the old row
create table targets.plan (
  id          bigint generated always as identity primary key,
  code        text not null,
  month       date not null check (extract(day from month) = 1),
  value       numeric not null,
  reason      text,
  person_id   bigint references identity.person,
  recorded_at timestamptz not null,
  replaced_at timestamptz
);
create unique index plan_current on targets.plan (code, month) where replaced_at is null;
create index plan_month on targets.plan (month, code);
