create schema signin;

-- what the organisation demands of those who sign in
create table signin.access_rule (
  id             smallint primary key default 1 check (id = 1),
  address        text not null default '',
  providers_only boolean not null default false,
  second_factor  text[] not null default '{}'
);
comment on column signin.access_rule.second_factor is 'the functions whose people need one';

-- an app that makes time-based codes; its key is sealed with a key that lies in the home folder, not here
create table signin.authenticator (
  person_id    bigint primary key references identity.person on delete cascade,
  sealed_key   text not null,
  confirmed_at timestamptz,
  last_step    bigint
);
comment on column signin.authenticator.last_step is 'the step of the last code that was used: it and all before it are used up';

create table signin.recovery_code (
  id        bigint generated always as identity primary key,
  person_id bigint not null references identity.person on delete cascade,
  code_hash text not null,
  used_at   timestamptz,
  unique (person_id, code_hash)
);

-- providers of single sign-on by OpenID Connect; the client secret is sealed like the keys above
create table signin.provider (
  id            bigint generated always as identity primary key,
  key           text not null unique check (key ~ '^[A-Za-z0-9_-]{8,40}$'),
  name          text not null,
  issuer        text not null,
  client_id     text not null,
  sealed_secret text not null,
  mail_domains  text[] not null default '{}',
  mail_claim    text not null default 'email',
  creates_as    text check (creates_as in
    ('marketing', 'sales', 'service', 'leadership', 'controlling', 'administration', 'works_council')),
  active        boolean not null default true
);
comment on column signin.provider.key is 'its part in the address that the provider sends people back to';

-- who somebody is for a provider: the subject never changes, a mail address may
create table signin.provider_account (
  id          bigint generated always as identity primary key,
  provider_id bigint not null references signin.provider on delete cascade,
  subject     text not null,
  person_id   bigint not null references identity.person on delete cascade,
  linked_at   timestamptz not null,
  unique (provider_id, subject),
  unique (provider_id, person_id)
);
create index on signin.provider_account (person_id);

-- the name by which a person's passkeys know them: random, so that it says nothing about anybody
create table signin.passkey_owner (
  person_id bigint primary key references identity.person on delete cascade,
  handle    bytea not null unique
);

create table signin.passkey (
  id              bigint generated always as identity primary key,
  person_id       bigint not null references identity.person on delete cascade,
  name            text not null,
  credential      bytea not null unique,
  public_key      bytea not null,
  attestation     bytea not null,
  client_data     bytea,
  sign_count      bigint not null,
  transports      text[] not null default '{}',
  user_verified   boolean not null,
  backup_eligible boolean not null,
  backed_up       boolean not null,
  created_at      timestamptz not null,
  last_used_at    timestamptz
);
create index on signin.passkey (person_id);
