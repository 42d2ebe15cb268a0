-- values of the fields people made up
alter table leads.lead add column fields jsonb not null default '{}';
