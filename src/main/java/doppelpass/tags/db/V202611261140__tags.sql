create schema tags;

create table tags.tag (
  id         bigint generated always as identity primary key,
  name       text not null check (length(name) between 1 and 40),
  person_id  bigint references identity.person,
  created_at timestamptz not null
);
create unique index tag_name on tags.tag (lower(name));

-- kind is what rules call the record: lead, contact, …
create table tags.tagging (
  id        bigint generated always as identity primary key,
  tag_id    bigint not null references tags.tag on delete cascade,
  kind      text not null,
  record_id bigint not null,
  person_id bigint references identity.person,
  tagged_at timestamptz not null,
  unique (kind, record_id, tag_id)
);
create index tagging_tag on tags.tagging (tag_id, kind, record_id);
