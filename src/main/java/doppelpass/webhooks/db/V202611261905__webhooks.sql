create schema webhooks;

-- who is told; the secret is sealed with a key that lies beside the database, an old one counts until its end
create table webhooks.endpoint (
  id                bigint generated always as identity primary key,
  person_id         bigint not null references identity.person,
  name              text not null check (length(name) between 1 and 100),
  url               text not null check (length(url) <= 1000),
  lists             text[] not null,
  events            text[] not null,
  state             text not null check (state in ('active', 'paused', 'stopped')),
  stopped_for       text check (stopped_for in ('gone', 'failing', 'person')),
  sealed_secret     text not null,
  sealed_old_secret text,
  old_until         timestamptz,
  created_at        timestamptz not null,
  check ((state = 'stopped') = (stopped_for is not null))
);

-- how far an endpoint has been told, beside it, because going on is no change of it
create table webhooks.course (
  endpoint_id   bigint primary key references webhooks.endpoint on delete cascade,
  position      bigint not null,
  failing_since timestamptz,
  working_until timestamptz
);

create table webhooks.delivery (
  id          bigint generated always as identity primary key,
  endpoint_id bigint not null references webhooks.endpoint on delete cascade,
  event_id    bigint,
  message_id  text not null unique,
  type        text not null,
  body        text not null,
  state       text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts    integer not null default 0,
  status      integer,
  fault       text,
  millis      bigint,
  created_at  timestamptz not null,
  due_at      timestamptz not null,
  tried_at    timestamptz,
  unique (endpoint_id, event_id)
);
create index delivery_due on webhooks.delivery (endpoint_id, due_at, id) where state = 'waiting';
create index delivery_log on webhooks.delivery (endpoint_id, created_at, id);
create index delivery_old on webhooks.delivery (created_at) where state <> 'waiting';
