create schema campaigns;

create table campaigns.campaign (
  id                     bigint generated always as identity primary key,
  name                   text not null check (length(name) between 1 and 300),
  type                   text not null default 'Others',
  channel                text not null default 'other',
  status                 text not null default 'planned' check (status in ('planned', 'active', 'done', 'cancelled')),
  starts_on              date,
  ends_on                date,
  budget_minor           bigint check (budget_minor >= 0),
  expected_revenue_minor bigint,
  goal                   text,
  owner_id               bigint references identity.person,
  created_at             timestamptz not null,
  recorded_at            timestamptz not null default now(),
  updated_at             timestamptz not null default now(),
  import_id              bigint,
  source_system          text,
  source_id              text,
  check (ends_on >= starts_on)
);
create unique index campaign_source on campaigns.campaign (source_system, source_id) where source_id is not null;
create index campaign_name on campaigns.campaign (lower(name), id);

-- amounts are net, in minor units of the organisation's currency; both days belong to the service period
create table campaigns.cost (
  id            bigint generated always as identity primary key,
  function      text not null check (function in ('marketing', 'sales')),
  campaign_id   bigint references campaigns.campaign,
  channel       text,
  kind          text not null default 'media',
  amount_minor  bigint not null,
  from_day      date not null,
  to_day        date not null,
  note          text,
  recorded_at   timestamptz not null default now(),
  replaced_at   timestamptz,
  import_id     bigint,
  source_system text,
  source_id     text,
  check (to_day >= from_day)
);
create unique index cost_source on campaigns.cost (source_system, source_id) where source_id is not null and replaced_at is null;
create index cost_days on campaigns.cost (from_day, to_day);
create index cost_campaign on campaigns.cost (campaign_id);
create index cost_import on campaigns.cost (import_id) where import_id is not null;
