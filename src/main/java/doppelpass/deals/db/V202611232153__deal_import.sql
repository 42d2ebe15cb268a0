-- which import wrote an event or a stage, so that undoing the import takes it back
alter table deals.event add column import_id bigint;
create index event_import on deals.event (import_id) where import_id is not null;
alter table deals.stage add column import_id bigint;
alter table deals.pipeline add column import_id bigint;
