-- values of the fields people made up
alter table deals.deal add column fields jsonb not null default '{}';
