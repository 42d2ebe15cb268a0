create schema deals;

create table deals.pipeline (
  id       bigint generated always as identity primary key,
  name     text not null unique,
  position int not null
);

create table deals.stage (
  id          bigint generated always as identity primary key,
  pipeline_id bigint not null references deals.pipeline,
  name        text not null,
  position    int not null,
  kind        text not null check (kind in ('open', 'won', 'lost')),
  probability int not null check (probability between 0 and 100),
  unique (pipeline_id, name)
);

create table deals.product (
  id            bigint generated always as identity primary key,
  name          text not null,
  code          text,
  price_minor   bigint,
  cost_minor    bigint,
  active        boolean not null default true,
  import_id     bigint,
  source_system text,
  source_id     text
);
create unique index product_source on deals.product (source_system, source_id) where source_id is not null;

-- amounts are net, in minor units of the organisation's currency
create table deals.deal (
  id             bigint generated always as identity primary key,
  name           text not null check (length(name) between 1 and 300),
  company_id     bigint references contacts.company,
  contact_id     bigint references contacts.contact,
  lead_id        bigint references leads.lead,
  campaign_id    bigint references campaigns.campaign,
  product_id     bigint references deals.product,
  type           text not null default 'new' check (type in ('new', 'expansion', 'renewal')),
  source         text not null default '',
  channel        text not null default 'other',
  stage_id       bigint not null references deals.stage,
  amount_minor   bigint not null default 0 check (amount_minor >= 0),
  cost_minor     bigint check (cost_minor >= 0),
  expected_close date,
  next_step      text,
  next_step_on   date,
  loss_reason    text,
  owner_id       bigint references identity.person,
  team_id        bigint references identity.team,
  created_at     timestamptz not null,
  stage_since    timestamptz not null,
  closed_at      timestamptz,
  recorded_at    timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  import_id      bigint,
  source_system  text,
  source_id      text
);
create unique index deal_source on deals.deal (source_system, source_id) where source_id is not null;
create index deal_stage on deals.deal (stage_id, stage_since, id);
create index deal_name on deals.deal (lower(name), id);
create index deal_created on deals.deal (created_at, id);
create index deal_amount on deals.deal (amount_minor, id);
create index deal_close on deals.deal (expected_close, id);
create index deal_lead on deals.deal (lead_id);
create index deal_company on deals.deal (company_id);
create index deal_campaign on deals.deal (campaign_id);
create index deal_import on deals.deal (import_id) where import_id is not null;

-- append-only: what happened to a deal; a reopened deal's win gets replaced_at, so last month can still be shown as known then
create table deals.event (
  id           bigint generated always as identity primary key,
  deal_id      bigint not null references deals.deal on delete cascade,
  kind         text not null check (kind in ('created', 'stage', 'amount', 'won', 'lost', 'reopened')),
  stage_id     bigint references deals.stage,
  amount_minor bigint not null,
  reason       text,
  actor_id     bigint references identity.person,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  replaced_at  timestamptz
);
create index event_deal on deals.event (deal_id, occurred_at);
create index event_kind on deals.event (kind, occurred_at);
