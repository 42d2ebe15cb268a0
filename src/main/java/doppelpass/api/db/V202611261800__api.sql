create schema api;

-- what programs show instead of a person's password: only the hash is kept
create table api.token (
  id         bigint generated always as identity primary key,
  person_id  bigint not null references identity.person,
  name       text not null check (length(name) between 1 and 100),
  short_id   text not null unique,
  hash       text not null,
  scopes     text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  revoked_by bigint references identity.person
);
create index token_person on api.token (person_id, id);

-- beside the token, because using it is no change of it
create table api.token_use (
  token_id bigint primary key references api.token on delete cascade,
  used_at  timestamptz not null
);

-- answers of requests that had an effect, written in the transaction of the effect
create table api.answer (
  person_id   bigint not null references identity.person,
  key         text not null,
  fingerprint text not null,
  status      integer not null,
  location    text,
  etag        text,
  body        text not null,
  created_at  timestamptz not null,
  primary key (person_id, key)
);
create index answer_created on api.answer (created_at);
