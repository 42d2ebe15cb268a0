create schema fields;

-- a field people made up for a kind of record; its values stand in the column "fields" of the record's own table
create table fields.field (
  id         bigint generated always as identity primary key,
  kind       text not null,
  key        text not null check (key ~ '^[a-z0-9_]{1,50}$'),
  type       text not null,
  label_de   text not null,
  label_en   text not null,
  help_de    text not null default '',
  help_en    text not null default '',
  section_de text not null default '',
  section_en text not null default '',
  position   int not null,
  required   boolean not null default false,
  from_stage bigint,
  target     text,
  formula    text not null default '',
  result     text,
  quick      boolean not null default false,
  archived   boolean not null default false,
  unique (kind, key)
);

create table fields.choice (
  field_id bigint not null references fields.field on delete cascade,
  code     text not null,
  label_de text not null,
  label_en text not null,
  position int not null,
  archived boolean not null default false,
  primary key (field_id, code)
);

-- several choices as an array; a function of its own because an index cannot hold a query
create function fields.texts(v jsonb) returns text[] language sql immutable parallel safe return
  case jsonb_typeof(v) when 'array' then array(select jsonb_array_elements_text(v)) end;
