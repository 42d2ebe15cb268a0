create schema identity;

create table identity.organisation (
  id            smallint primary key default 1 check (id = 1),
  name          text not null,
  language      text not null check (language in ('de', 'en')),
  zone          text not null,
  currency      char(3) not null,
  fiscal_month  smallint not null default 1 check (fiscal_month between 1 and 12),
  country       text not null,
  region        text,
  business_week text not null,
  created_at    timestamptz not null default now()
);

create table identity.team (
  id         bigint generated always as identity primary key,
  name       text not null unique,
  function   text not null check (function in
    ('marketing', 'sales', 'service', 'leadership', 'controlling', 'administration', 'works_council')),
  region     text,
  archived   boolean not null default false
);

create table identity.person (
  id            bigint generated always as identity primary key,
  mail          text not null unique check (mail = lower(mail)),
  name          text not null,
  password      text,
  language      text not null check (language in ('de', 'en')),
  theme         text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  function      text not null check (function in
    ('marketing', 'sales', 'service', 'leadership', 'controlling', 'administration', 'works_council')),
  team_id       bigint references identity.team,
  leads_team    boolean not null default false,
  administrator boolean not null default false,
  active        boolean not null default true,
  source_system text,
  source_id     text,
  created_at    timestamptz not null default now(),
  unique (source_system, source_id)
);

-- one-time links: set-up and password reset; only the hash is kept
create table identity.one_time_link (
  token_hash  text primary key,
  purpose     text not null check (purpose in ('setup', 'password')),
  person_id   bigint references identity.person on delete cascade,
  created_at  timestamptz not null default now(),
  expires_at  timestamptz not null,
  used_at     timestamptz
);

create table identity.spring_session (
  primary_id            char(36) primary key,
  session_id            char(36) not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create index on identity.spring_session (expiry_time);
create index on identity.spring_session (principal_name);

create table identity.spring_session_attributes (
  session_primary_id char(36) not null references identity.spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);
