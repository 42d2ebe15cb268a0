create schema leads;

-- a lead is an episode of interest of one contact in one product line; recycling keeps the id and raises the cycle
create table leads.lead (
  id            bigint generated always as identity primary key,
  contact_id    bigint not null references contacts.contact,
  company_id    bigint references contacts.company,
  product_line  text not null default 'general',
  state         text not null check (state in ('NEW', 'OPEN', 'NURTURE', 'MQL', 'REWORK', 'SAL', 'SQL', 'OPPORTUNITY',
                  'WON', 'LOST', 'RECYCLED', 'DISQUALIFIED', 'MERGED', 'ERASED')),
  cycle         int not null default 1 check (cycle >= 1),
  source        text not null default '',
  channel       text not null default 'other',
  campaign_id   bigint references campaigns.campaign,
  intent        int not null default 0,
  hand_raise    text check (hand_raise in ('demo_request', 'price_request', 'call_me')),
  owner_id      bigint references identity.person,
  team_id       bigint references identity.team,
  revisit_on    date,
  created_at    timestamptz not null,
  state_since   timestamptz not null,
  recorded_at   timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  import_id     bigint,
  source_system text,
  source_id     text
);
create unique index lead_source on leads.lead (source_system, source_id) where source_id is not null;
create unique index lead_one_open on leads.lead (contact_id, product_line)
  where state in ('NEW', 'OPEN', 'NURTURE', 'MQL', 'REWORK', 'SAL', 'SQL', 'OPPORTUNITY', 'RECYCLED') and import_id is null;
create index lead_state on leads.lead (state, state_since, id);
create index lead_created on leads.lead (created_at, id);
create index lead_contact on leads.lead (contact_id);
create index lead_owner on leads.lead (owner_id, state);
create index lead_campaign on leads.lead (campaign_id);
create index lead_import on leads.lead (import_id) where import_id is not null;

-- append-only: every entry into a state, with business and system time; a correction sets replaced_at and adds a row
create table leads.entry (
  id            bigint generated always as identity primary key,
  lead_id       bigint not null references leads.lead on delete cascade,
  cycle         int not null,
  state         text not null,
  previous      text,
  reason        text,
  note          text,
  actor_id      bigint references identity.person,
  automatic     boolean not null default false,
  definition    text,
  occurred_at   timestamptz not null,
  recorded_at   timestamptz not null default now(),
  replaced_at   timestamptz
);
create index entry_lead on leads.entry (lead_id, occurred_at);
create index entry_state on leads.entry (state, occurred_at);

-- the pass: responsibility for a lead offered by one team to another, accepted, returned or withdrawn
create table leads.handover (
  id                bigint generated always as identity primary key,
  lead_id           bigint not null references leads.lead on delete cascade,
  cycle             int not null,
  from_function     text not null,
  to_function       text not null,
  from_team_id      bigint references identity.team,
  to_team_id        bigint references identity.team,
  kind              text not null check (kind in ('mql', 'recycle', 'onboarding', 'signal')),
  trigger           text not null,
  hand_raise        boolean not null default false,
  definition        text,
  offered_by        bigint references identity.person,
  offered_at        timestamptz not null,
  due_accept_at     timestamptz not null,
  outcome           text check (outcome in ('accepted', 'returned', 'rerouted', 'withdrawn')),
  decided_by        bigint references identity.person,
  decided_at        timestamptz,
  reason            text,
  note              text,
  due_response_at   timestamptz,
  first_response_at timestamptz,
  paused_at         timestamptz,
  paused_seconds    bigint not null default 0,
  escalation        int not null default 0 check (escalation between 0 and 4),
  complete          boolean not null default true,
  recorded_at       timestamptz not null default now(),
  check ((outcome is null) = (decided_at is null))
);
create unique index handover_one_open on leads.handover (lead_id) where outcome is null;
create index handover_waiting on leads.handover (to_function, due_accept_at) where outcome is null;
create index handover_offered on leads.handover (offered_at);
create index handover_lead on leads.handover (lead_id);

create table leads.handover_event (
  id          bigint generated always as identity primary key,
  handover_id bigint not null references leads.handover on delete cascade,
  kind        text not null check (kind in ('offered', 'reminded', 'escalated', 'breached', 'agenda', 'query', 'answer',
                'paused', 'resumed', 'accepted', 'returned', 'rerouted', 'withdrawn', 'responded')),
  actor_id    bigint references identity.person,
  note        text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now()
);
create index handover_event_of on leads.handover_event (handover_id, occurred_at);
