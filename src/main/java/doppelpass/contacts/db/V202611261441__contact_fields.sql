-- values of the fields people made up
alter table contacts.contact add column fields jsonb not null default '{}';
alter table contacts.company add column fields jsonb not null default '{}';
