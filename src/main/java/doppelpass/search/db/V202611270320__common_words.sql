-- how common words are, by what PostgreSQL has counted in the indexes over words; only their owner may look there
create function search.common() returns table (name text, words text[], shares real[], rows bigint)
stable security definer set search_path = pg_catalog language sql as $$
select s.tablename::text, s.most_common_elems::text::text[], s.most_common_elem_freqs, t.reltuples::bigint
from pg_stats s
join pg_class i on i.relname = s.tablename and i.relnamespace = s.schemaname::regnamespace and i.relkind = 'i'
join pg_index x on x.indexrelid = i.oid
join pg_class t on t.oid = x.indrelid
where s.tablename like '%\_words' and s.most_common_elems is not null
$$;
