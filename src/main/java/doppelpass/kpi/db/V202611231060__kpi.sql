create schema kpi;

-- what a figure means, as data; a change is a new version, the old one keeps its dates and signatures
create table kpi.definition (
  id            bigint generated always as identity primary key,
  code          text not null check (code ~ '^K[0-9]{2}[a-z]{0,2}$'),
  version       int not null default 1 check (version >= 1),
  position      int not null default 0,
  formula       text not null,
  name_de       text not null,
  name_en       text not null,
  text_de       text not null,
  text_en       text not null,
  basis         text not null check (basis in ('STOCK', 'FLOW', 'COHORT')),
  date_de       text not null,
  date_en       text not null,
  maturity_days int not null default 0 check (maturity_days >= 0),
  min_n         int not null default 30 check (min_n >= 0),
  unit          text not null check (unit in ('MONEY', 'COUNT', 'PERCENT', 'DAYS', 'HOURS', 'RATIO')),
  direction     text not null check (direction in ('HIGHER', 'LOWER', 'BAND')),
  band_low      numeric,
  band_high     numeric,
  owner         text not null check (owner in ('marketing', 'sales', 'both', 'service', 'controlling', 'leadership')),
  person_level_allowed boolean not null default false,
  state         text not null default 'active' check (state in ('draft', 'active', 'retired')),
  valid_from    date not null,
  valid_to      date,
  unique (code, version),
  check (band_high >= band_low)
);
create unique index definition_active on kpi.definition (code) where state = 'active';

create table kpi.signature (
  definition_id bigint not null references kpi.definition on delete cascade,
  function      text not null check (function in ('marketing', 'sales')),
  person_id     bigint not null references identity.person,
  signed_at     timestamptz not null,
  primary key (definition_id, function)
);
