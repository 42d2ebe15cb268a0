-- Field rights. For a function that must not see a field, a schema beside each one concerned (deals_for_sales) holds every relation
-- that carries or derives it, with the same columns: the table with something empty in its place, and each view over it, written
-- anew on those. Statements are led there as they are prepared (database.Veil); one that is not is refused, because the
-- function's role has no right to read the column itself.

-- a field that can be limited and a column in which it stands; mask: what stands there for whoever must not see it (one that looks
-- at the column itself leaves its role the right to read it); kept: whether
-- the column is written by people, so that one who may not write it leaves it as it was
create or replace procedure reach.field(
  of_kind text, of_field text, of_relation text, of_attribute text, of_mask text default 'null', is_kept boolean default true)
language plpgsql as $$
begin
  insert into reach.field values (of_kind, of_field, of_relation, of_attribute, of_mask, is_kept)
  on conflict (kind, field, relation, attribute) do update set mask = excluded.mask, kept = excluded.kept;
end $$;

-- another name for it, or what could tell it: the margin tells the cost; with a dot one of another kind (line.price)
create or replace procedure reach.alias(of_kind text, of_name text, of_field text) language plpgsql as $$
begin
  insert into reach.alias values (of_kind, of_name, of_field) on conflict do nothing;
end $$;

-- the tables whose rows have custom fields
create or replace function reach.bearers() returns table (kind text, relation text) language sql stable as $$
  select g.kind, g.relation from reach.guarded g
  union values ('campaign', 'campaigns.campaign'), ('activity', 'timeline.activity'), ('task', 'tasks.task')
$$;

-- every limited column of the modules' tables; custom fields stand as keys in the column fields of their record
create or replace function reach.limited(reader text) returns table (relation text, attribute text, key text, mask text, kept boolean, access text)
language sql stable as $$
  select f.relation, f.attribute, null, f.mask, f.kept, r.access
  from reach.field_right r join reach.field f on f.kind = r.kind and f.field = r.field
  where r.function = reader
  union all
  select h.relation, 'fields', c.key, null, true, r.access
  from reach.field_right r join fields.stored_field c on c.kind = r.kind and c.name = r.field
  join reach.bearers() h on h.kind = r.kind
  where r.function = reader
$$;

-- the journal without what it tells of hidden columns
create or replace function reach.untold(reader text, attribute text) returns text language sql stable as $$
  with hidden as (
    select l.relation, array_agg(l.attribute) filter (where l.key is null) as columns,
      array_agg(l.key) filter (where l.key is not null) as keys
    from reach.limited(reader) l where l.access = 'hidden' group by l.relation
  )
  select format('case tab %s else %I end', string_agg(format('when %L then %s', relation,
    case when keys is null then format('%I - %L::text[]', attribute, columns)
      else format('case when %1$I ? ''fields'' then jsonb_set(%1$I, ''{fields}'', (%1$I -> ''fields'') - %2$L::text[]) else %1$I end - %3$L::text[]',
        attribute, keys, coalesce(columns, '{}')) end), ' ' order by relation), attribute)
  from hidden having count(*) > 0
$$;

-- all that is limited for one function, the journal included
create or replace function reach.limits(reader text) returns table (relation text, attribute text, key text, mask text, kept boolean, access text)
language sql stable as $$
  select * from reach.limited(reader)
  union all
  select 'audit.entry', a, null, reach.untold(reader, a), false, 'hidden' from unnest(array['before', 'after']) a
  where reach.untold(reader, a) is not null
$$;

-- the columns of a table that PostgreSQL makes of these
create or replace function reach.made_of(tab regclass, attributes text[]) returns table (attribute text, expression text) language sql stable as $$
  select a.attname::text, e.expression
  from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum, pg_get_expr(d.adbin, d.adrelid) as e (expression)
  where a.attrelid = tab and a.attgenerated <> '' and not a.attisdropped
    and exists (select from unnest(attributes) h where e.expression ~ ('\m' || h || '\M'))
$$;

-- a table as a function sees it; what is made of hidden columns is made anew of what stands in their place
create or replace function reach.masked(reader text, tab regclass) returns text language sql stable as $$
  with hidden as (
    select l.attribute, min(l.mask) as mask, array_agg(l.key order by l.key) filter (where l.key is not null) as keys
    from reach.limits(reader) l where l.access = 'hidden' and l.relation::regclass = tab group by l.attribute
  ), shown as (
    select a.attname, a.attnum, m.expression,
      case when h.keys is not null then format('%I - %L::text[] as %1$I', a.attname, h.keys)
        when h.mask is not null then format('(%s)::%s as %I', h.mask, format_type(a.atttypid, a.atttypmod), a.attname)
        else quote_ident(a.attname) end as masked
    from pg_attribute a left join hidden h on h.attribute = a.attname
    left join reach.made_of(tab, (select array_agg(attribute) from hidden)) m on m.attribute = a.attname
    where a.attrelid = tab and a.attnum > 0 and not a.attisdropped
  )
  select case when count(expression) = 0 then format('select %s from %s', string_agg(masked, ', ' order by attnum), tab)
    else format('select %s from (select %s from %s) shown',
      string_agg(case when expression is null then quote_ident(attname) else format('(%s) as %I', expression, attname) end, ', ' order by attnum),
      string_agg(masked, ', ' order by attnum) filter (where expression is null), tab) end
  from shown
$$;

-- the tables concerned and every view that reads them, those first on which others stand
create or replace function reach.concerned(reader text) returns table (relation regclass, depth int) language sql stable as $$
  with recursive roots as (
    select distinct l.relation::regclass as relation from reach.limits(reader) l where l.access = 'hidden'
  ), over as (
    select relation, 0 as depth from roots
    union
    select r.ev_class::regclass, over.depth + 1
    from over join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = over.relation and d.classid = 'pg_rewrite'::regclass
    join pg_rewrite r on r.oid = d.objid join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'v' and r.ev_class <> over.relation and n.nspname !~ '_for_[a-z_]+$'
  )
  select relation, max(depth) from over group by relation
$$;

create or replace procedure reach.mask(reader text) language plpgsql as $$
declare
  ending text := '_for_' || reader;
  keeper name := (select relowner::regrole::name from pg_class where oid = 'reach.field'::regclass);
  names text[];
  schemas text[];
  statements text[];
  stands text := (select min(obj_description(oid, 'pg_namespace')) from pg_namespace
    where nspname like '%' || replace(ending, '_', '\_') and obj_description(oid, 'pg_namespace') like 'transient, mask %');
  one text;
begin
  select array_agg(relation::text), array_agg(distinct split_part(relation::text, '.', 1) || ending) into names, schemas
  from reach.concerned(reader);
  select array_agg(format('create view %s with (security_invoker = true) as %s',
    reach.led(c.relation::text, names, ending), case when c.depth = 0 then reach.masked(reader, c.relation)
      else reach.led(rtrim(pg_get_viewdef(c.relation), ';'), names, ending) end) order by c.depth, c.relation::text) into statements
  from reach.concerned(reader) c;
  if stands is not distinct from 'transient, mask ' || md5(statements::text) then
    return;
  end if;
  call reach.unmask(reader);
  foreach one in array coalesce(schemas || statements, '{}') loop
    if one = any (schemas) then
      execute format('create schema %I', one);
      execute format('comment on schema %I is %L', one, 'transient, mask ' || md5(statements::text));
      execute format('grant usage on schema %I to %I', one, 'doppelpass_reader_' || reader);
    else
      execute one;
    end if;
  end loop;
  foreach one in array coalesce(schemas, '{}') loop
    execute format('grant select, update on all tables in schema %I to %I', one, 'doppelpass_reader_' || reader);
    execute format('alter schema %I owner to %I', one, keeper);
  end loop;
  for one in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'v' and n.nspname = any (schemas) and c.relowner <> keeper::regrole loop
    execute format('alter view %s owner to %I', one, keeper);
  end loop;
end $$;

-- the text of a query with its relations replaced by those of the same name in the schemas beside theirs
create or replace function reach.led(told text, relations text[], ending text) returns text language plpgsql immutable as $$
declare
  one text;
begin
  foreach one in array relations loop
    told := regexp_replace(told, '\m' || replace(one, '.', '\.') || '\M(?!\.)', split_part(one, '.', 1) || ending || '.' || split_part(one, '.', 2), 'g');
  end loop;
  return told;
end $$;

create or replace procedure reach.unmask(reader text) language plpgsql as $$
declare
  one text;
begin
  for one in select nspname from pg_namespace where nspname like '%\_for\_' || replace(reader, '_', '\_') loop
    execute format('drop schema %I cascade', one);
  end loop;
end $$;

-- who reads which columns: a table with fields that can be limited is opened function by function
create or replace procedure reach.open(tab regclass, reader text) language plpgsql as $$
declare
  role text := 'doppelpass_reader_' || reader;
  closed text[] := (select array_agg(distinct l.attribute) from reach.limited(reader) l
    where l.access = 'hidden' and l.key is null and l.mask !~ ('\m' || l.attribute || '\M') and l.relation::regclass = tab);
  readable text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = tab and attnum > 0 and not attisdropped and attname <> all (closed)
      and attname not in (select attribute from reach.made_of(tab, closed)));
begin
  if closed is null then
    if not exists (select from pg_class c, aclexplode(c.relacl) a
        where c.oid = tab and a.grantee = role::regrole and a.privilege_type = 'SELECT') then
      execute format('grant select on %s to %I', tab, role);
    end if;
  else
    execute format('revoke select on %s from %I', tab, role);
    execute format('grant select (%s) on %s to %I', readable, tab, role);
  end if;
end $$;

create or replace procedure reach.apply_fields() language plpgsql as $$
declare
  tab regclass;
  reader text;
begin
  foreach reader in array array['marketing', 'sales', 'service', 'leadership', 'controlling', 'works_council'] loop
    continue when to_regrole('doppelpass_reader_' || reader) is null;
    for tab in select distinct relation::regclass from reach.field loop
      call reach.open(tab, reader);
    end loop;
    call reach.mask(reader);
  end loop;
  if to_regrole('doppelpass_reader') is null then
    return;
  end if;
  for tab in select distinct relation::regclass from reach.field loop
    if exists (select from pg_class c, aclexplode(c.relacl) a
        where c.oid = tab and a.grantee = 'doppelpass_reader'::regrole and a.privilege_type = 'SELECT') then
      execute format('revoke select on %s from doppelpass_reader', tab);
    end if;
  end loop;
  for tab in select relation::regclass from reach.field where kept
    union select relation::regclass from reach.bearers() loop
    if not exists (select from pg_trigger where tgrelid = tab and tgname = 'reach_keep') then
      execute format('create trigger reach_keep before insert or update on %s for each row '
        'when (current_user ^@ ''doppelpass_reader_'') execute function reach.keep()', tab);
    end if;
  end loop;
end $$;

-- What a reader may not write stays as it was; in a new row it is what the table puts there itself.
create or replace function reach.keep() returns trigger language plpgsql as $$
declare
  reader text := replace(current_user, 'doppelpass_reader_', '');
  kept jsonb := '{}';
  custom jsonb;
  l record;
begin
  for l in select * from reach.limited(reader) x where x.kept and x.relation::regclass = tg_relid loop
    if l.key is not null then
      custom := coalesce(custom, to_jsonb(new) -> 'fields') - l.key;
      if tg_op = 'UPDATE' and to_jsonb(old) -> 'fields' ? l.key then
        custom := custom || jsonb_build_object(l.key, to_jsonb(old) -> 'fields' -> l.key);
      end if;
    elsif tg_op = 'UPDATE' then
      kept := kept || jsonb_build_object(l.attribute, to_jsonb(old) -> l.attribute);
    else
      kept := kept || jsonb_build_object(l.attribute, to_jsonb(trim(both '''' from nullif(l.mask, 'null'))));
    end if;
  end loop;
  if custom is not null then
    kept := kept || jsonb_build_object('fields', custom);
  end if;
  if kept <> '{}' then
    new := jsonb_populate_record(new, kept);
  end if;
  return new;
end $$;
