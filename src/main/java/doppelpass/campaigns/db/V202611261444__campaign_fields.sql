-- values of the fields people made up
alter table campaigns.campaign add column fields jsonb not null default '{}';
