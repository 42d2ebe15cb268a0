create schema timeline;

-- the subjects are references without foreign keys: the timeline knows no business module
create table timeline.touchpoint (
  id            bigint generated always as identity primary key,
  kind          text not null,
  channel       text not null default 'other',
  direction     text not null default 'in' check (direction in ('in', 'out')),
  title         text not null default '',
  contact_id    bigint,
  company_id    bigint,
  lead_id       bigint,
  deal_id       bigint,
  campaign_id   bigint,
  occurred_at   timestamptz not null,
  recorded_at   timestamptz not null default now(),
  import_id     bigint,
  source_system text,
  source_id     text
);
create unique index touchpoint_source on timeline.touchpoint (source_system, source_id) where source_id is not null;
create index touchpoint_contact on timeline.touchpoint (contact_id, occurred_at desc);
create index touchpoint_company on timeline.touchpoint (company_id, occurred_at desc);
create index touchpoint_lead on timeline.touchpoint (lead_id, occurred_at desc);
create index touchpoint_occurred on timeline.touchpoint (occurred_at);

create table timeline.activity (
  id               bigint generated always as identity primary key,
  kind             text not null check (kind in ('call', 'email', 'meeting', 'note', 'task')),
  direction        text check (direction in ('in', 'out')),
  outcome          text check (outcome in ('reached', 'not_reached', 'planned', 'done')),
  subject          text not null default '',
  note             text,
  contact_id       bigint,
  company_id       bigint,
  lead_id          bigint,
  deal_id          bigint,
  person_id        bigint references identity.person,
  occurred_at      timestamptz not null,
  recorded_at      timestamptz not null default now(),
  duration_seconds int check (duration_seconds >= 0),
  import_id        bigint,
  source_system    text,
  source_id        text
);
create unique index activity_source on timeline.activity (source_system, source_id) where source_id is not null;
create index activity_contact on timeline.activity (contact_id, occurred_at desc);
create index activity_company on timeline.activity (company_id, occurred_at desc);
create index activity_lead on timeline.activity (lead_id, occurred_at desc);
create index activity_deal on timeline.activity (deal_id, occurred_at desc);
create index activity_occurred on timeline.activity (occurred_at, id);
