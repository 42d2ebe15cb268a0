-- the mutual service level: every version stays, one per promise is in force
create table leads.promise (
  id          bigint generated always as identity primary key,
  code        text not null check (code in ('S1', 'S2', 'M5')),
  hand_raise  boolean not null,
  version     int not null check (version >= 1),
  amount      int not null check (amount between 1 and 100),
  unit        text not null check (unit in ('BUSINESS_HOURS', 'BUSINESS_DAYS')),
  set_by      bigint references identity.person,
  valid_from  timestamptz not null,
  replaced_at timestamptz,
  unique (code, hand_raise, version)
);
create unique index promise_in_force on leads.promise (code, hand_raise) where replaced_at is null;

-- a returned pass is a pass back, with marketing's clock on it
alter table leads.handover drop constraint handover_kind_check;
alter table leads.handover add constraint handover_kind_check
  check (kind in ('mql', 'rework', 'recycle', 'onboarding', 'signal'));
create index handover_response on leads.handover (due_response_at)
  where outcome = 'accepted' and first_response_at is null and due_response_at is not null;
