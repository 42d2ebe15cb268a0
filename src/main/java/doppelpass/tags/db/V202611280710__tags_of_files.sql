-- what an import made, and what the records that it tagged were tagged with before: undoing it brings that back; a record
-- without tags has one row without a tag
alter table tags.tag add column import_id bigint;
create table tags.before_import (
  id        bigint generated always as identity primary key,
  import_id bigint not null,
  kind      text not null,
  record_id bigint not null,
  tag_id    bigint references tags.tag on delete cascade,
  person_id bigint references identity.person,
  tagged_at timestamptz
);
create index before_import_record on tags.before_import (import_id, kind, record_id);
create index before_import_tag on tags.before_import (tag_id);
