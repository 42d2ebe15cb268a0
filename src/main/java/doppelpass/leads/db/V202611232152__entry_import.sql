-- which import wrote an entry, so that undoing the import takes it back
alter table leads.entry add column import_id bigint;
create index entry_import on leads.entry (import_id) where import_id is not null;
