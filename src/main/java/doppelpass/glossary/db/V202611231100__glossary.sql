create schema glossary;

create table glossary.term (
  id       bigint generated always as identity primary key,
  key      text not null unique check (key ~ '^[a-z][a-z0-9_]{0,59}$'),
  owner    text not null check (owner in ('marketing', 'sales', 'both', 'service', 'leadership', 'controlling')),
  subject  text,
  position int not null
);

-- a version is proposed, then signed by both teams; agreed_at is the second signature, valid_from..valid_to its time in force
create table glossary.version (
  id           bigint generated always as identity primary key,
  term_id      bigint not null references glossary.term on delete cascade,
  number       int not null,
  name_de      text not null,
  name_en      text not null,
  text_de      text not null,
  text_en      text not null,
  allowed      text not null default '',
  avoided      text not null default '',
  rule         text,
  note         text not null default '',
  starter      boolean not null default false,
  proposed_by  bigint references identity.person,
  proposed_at  timestamptz not null,
  starts_on    date,
  withdrawn_at timestamptz,
  agreed_at    timestamptz,
  valid_from   timestamptz,
  valid_to     timestamptz,
  unique (term_id, number),
  check ((agreed_at is null) = (valid_from is null))
);
create unique index version_one_open on glossary.version (term_id) where agreed_at is null and withdrawn_at is null;
create index version_in_force on glossary.version (term_id, valid_from) where agreed_at is not null;

create table glossary.signature (
  version_id bigint not null references glossary.version on delete cascade,
  function   text not null check (function in ('marketing', 'sales')),
  person_id  bigint not null references identity.person,
  signed_at  timestamptz not null,
  primary key (version_id, function)
);

create table glossary.dispute (
  id         bigint generated always as identity primary key,
  term_id    bigint not null references glossary.term on delete cascade,
  raised_by  bigint references identity.person,
  raised_at  timestamptz not null,
  text       text not null,
  origin     text,
  settled_by bigint references identity.person,
  settled_at timestamptz,
  settlement text
);
create index dispute_open on glossary.dispute (term_id) where settled_at is null;
