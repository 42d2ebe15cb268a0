create schema notes;

-- text is Markdown; a mention stands in it as @{12}, the id of the person
create table notes.note (
  id         bigint generated always as identity primary key,
  kind       text not null,
  record_id  bigint not null,
  text       text not null check (length(text) between 1 and 60000),
  author_id  bigint references identity.person,
  written_at timestamptz not null,
  edited_by  bigint references identity.person,
  edited_at  timestamptz,
  pinned_at  timestamptz,
  deleted_at timestamptz,
  deleted_by bigint references identity.person,
  -- went to the bin with its record and comes back with it
  with_record boolean not null default false
);
create index note_record on notes.note (kind, record_id, written_at desc, id desc) where deleted_at is null;
create index note_deleted on notes.note (deleted_at) where deleted_at is not null;
create index note_back on notes.note (kind, record_id) where deleted_at is not null;

-- what a note said before, by whom and since when
create table notes.version (
  id         bigint generated always as identity primary key,
  note_id    bigint not null references notes.note on delete cascade,
  text       text not null,
  written_by bigint references identity.person,
  written_at timestamptz not null
);
create index version_note on notes.version (note_id, id desc);

-- who has been told of a mention: once per note
create table notes.mention (
  note_id      bigint not null references notes.note on delete cascade,
  person_id    bigint not null references identity.person,
  mentioned_at timestamptz not null,
  primary key (note_id, person_id)
);
