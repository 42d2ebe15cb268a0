-- The latest of somebody's own are found at once, and what these deals are about without reading them. Words stand beside what
-- they are made of, as those of contacts do.
create index deal_owned on deals.deal (owner_id, id) include (lead_id, contact_id, company_id);
drop index deals.deal_words;
alter table deals.deal add column words tsvector generated always as (search.words(name || ' ' || coalesce(next_step, ''))) stored;
create index deal_words on deals.deal using gin (words);
analyze deals.deal (words);
