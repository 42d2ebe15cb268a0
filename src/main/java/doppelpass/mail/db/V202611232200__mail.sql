create schema mail;

-- the server that takes our mail; the password is sealed with a key that lies in the home folder, not here
create table mail.server (
  id          smallint primary key default 1 check (id = 1),
  host        text not null,
  port        int not null check (port between 1 and 65535),
  security    text not null check (security in ('starttls', 'tls', 'none')),
  login       text not null default '',
  sealed      text not null default '',
  sender      text not null,
  sender_name text not null default '',
  address     text not null,
  changed_by  bigint references identity.person,
  changed_at  timestamptz not null
);

-- one row a recipient, written in the transaction of whoever wants it sent
create table mail.outbox (
  id              bigint generated always as identity primary key,
  message_id      text not null unique,
  recipient       text not null,
  recipient_name  text not null default '',
  subject         text not null,
  body            text,
  calendar        text,
  calendar_method text check (calendar_method in ('REQUEST', 'CANCEL')),
  confidential    boolean not null default false,
  expires_at      timestamptz,
  state           text not null check (state in
    ('new', 'sending', 'accepted', 'deferred', 'failed', 'unknown', 'expired', 'not_configured')),
  attempts        int not null default 0,
  next_at         timestamptz,
  answer          text not null default '',
  created_at      timestamptz not null,
  settled_at      timestamptz,
  check ((calendar is null) = (calendar_method is null))
);
create index outbox_created on mail.outbox (created_at desc, id desc);
create index outbox_state on mail.outbox (state, created_at);
