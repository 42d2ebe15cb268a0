create schema news;

create table news.follow (
  person_id bigint not null references identity.person,
  kind      text not null,
  record_id bigint not null,
  since     timestamptz not null,
  primary key (person_id, kind, record_id)
);
create index follow_record on news.follow (kind, record_id);

-- one row per reader and source; a source, such as note-5, is told to nobody twice
create table news.item (
  id          bigint generated always as identity primary key,
  person_id   bigint not null references identity.person,
  kind        text not null,
  record_id   bigint not null,
  source      text not null,
  text        text not null,
  word        text,
  said        text,
  mention     boolean not null default false,
  actor_id    bigint references identity.person,
  occurred_at timestamptz not null,
  read_at     timestamptz,
  hidden      boolean not null default false,
  unique (person_id, source)
);
create index item_newest on news.item (person_id, occurred_at desc, id desc);
create index item_unread on news.item (person_id) where read_at is null and not hidden;
create index item_source on news.item (source);

-- who has no row has the defaults
create table news.preference (
  person_id    bigint primary key references identity.person,
  mention_mail boolean not null default true,
  digest       boolean not null default false,
  digested_at  timestamptz
);
