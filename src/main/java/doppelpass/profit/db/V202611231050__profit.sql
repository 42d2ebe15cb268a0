create schema profit;

-- what controlling posts: net amounts in minor units; credit notes are negative
create table profit.revenue (
  id            bigint generated always as identity primary key,
  number        text not null,
  company_id    bigint references contacts.company,
  deal_id       bigint references deals.deal,
  campaign_id   bigint references campaigns.campaign,
  posted_on     date not null,
  amount_minor  bigint not null,
  cost_minor    bigint,
  status        text not null default 'posted' check (status in ('posted', 'cancelled', 'draft')),
  note          text,
  recorded_at   timestamptz not null default now(),
  replaced_at   timestamptz,
  import_id     bigint,
  source_system text,
  source_id     text
);
create unique index revenue_source on profit.revenue (source_system, source_id) where source_id is not null and replaced_at is null;
create index revenue_posted on profit.revenue (posted_on);
create index revenue_deal on profit.revenue (deal_id);
create index revenue_import on profit.revenue (import_id) where import_id is not null;
