-- shares are kept for an index over an expression, or for the column that an index is over
create or replace function search.common() returns table (name text, words text[], shares real[], rows bigint)
stable security definer set search_path = pg_catalog language sql as $$
select i.relname::text, s.most_common_elems::text::text[], s.most_common_elem_freqs, t.reltuples::bigint
from pg_class i
join pg_index x on x.indexrelid = i.oid
join pg_class t on t.oid = x.indrelid
left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0] and a.attnum > 0
join pg_stats s on s.schemaname = t.relnamespace::regnamespace::text
  and s.tablename = case when a.attnum is null then i.relname else t.relname end
  and s.attname = coalesce(a.attname, s.attname)
where i.relkind = 'i' and i.relname like '%\_words' and s.most_common_elems is not null
$$;
