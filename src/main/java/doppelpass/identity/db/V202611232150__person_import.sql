alter table identity.person add column import_id bigint;
