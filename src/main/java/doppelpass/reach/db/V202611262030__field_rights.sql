-- what a function may not see, or not write, of a kind of record; what is not listed is seen and written
create table reach.field_right (
  function   text not null check (function in ('marketing', 'sales', 'service', 'leadership', 'controlling', 'works_council')),
  kind       text not null,
  field      text not null,
  access     text not null check (access in ('hidden', 'read')),
  changed_by bigint references identity.person,
  changed_at timestamptz not null,
  primary key (function, kind, field)
);

-- what the modules say of their tables: where the fact stands that a field shows, and what stands there for whoever must not see it
create table reach.field (
  kind     text not null,
  field    text not null,
  relation text not null,
  attribute text not null,
  mask     text not null,
  kept     boolean not null,
  primary key (kind, field, relation, attribute)
);
-- other names under which lists, rules or forms show a field, or what tells it
create table reach.alias (
  kind  text not null,
  name  text not null,
  field text not null,
  primary key (kind, name, field)
);
comment on table reach.field is 'transient, structure: written by the migrations of the modules';
comment on table reach.alias is 'transient, structure: written by the migrations of the modules';
