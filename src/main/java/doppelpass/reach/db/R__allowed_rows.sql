-- Row rights: policies of PostgreSQL for the roles that serve readers with limited rights. The owner of the tables is not
-- subject to them, so whoever sees everything pays nothing. Modules say what is theirs; reach.apply writes the policies.

drop function if exists reach.among(text, text), reach.seen(text, text, text), reach.followed(text, text), reach.condition(text, reach.guarded), reach.entry(text, text);

-- a table of records with the columns id and owner_id, and team_id if the owner may be a team; also: one more condition, or ''
create or replace procedure reach.guard(of_relation text, of_kind text, with_team boolean default false, or_also text default '')
language plpgsql as $$
begin
  insert into reach.guarded values (of_relation, of_kind, with_team, or_also)
  on conflict (relation) do update set kind = excluded.kind, team = excluded.team, also = excluded.also;
end $$;

-- whoever sees a row of the table sees the record it names: a deal opens its company; by: the kind whose extent decides
create or replace procedure reach.opens(of_kind text, through text, record_column text, by_kind text)
language plpgsql as $$
begin
  insert into reach.opening values (of_kind, through, record_column, by_kind)
  on conflict (kind, relation, record) do update set by_kind = excluded.by_kind;
end $$;

-- rows that belong to records: {deal deal_id} stands for "that deal is seen or there is none", {any kind record_id} for a record
-- whose kind stands in a column, {me} for the reader
create or replace procedure reach.follow(of_relation text, of_condition text)
language plpgsql as $$
begin
  insert into reach.following values (of_relation, of_condition)
  on conflict (relation) do update set condition = excluded.condition;
end $$;

-- Whether all that somebody sees of a kind begins with what is their own: then it can be counted out, whoever asks.
create or replace function reach.closed(reader text, of_kind text) returns boolean language sql as $$
  select exists (select from reach.extent e where e.function = reader and e.kind = of_kind and e.extent = 'own')
    and not exists (select from reach.opening o where o.kind = of_kind and not reach.closed(reader, o.by_kind))
$$;

-- Numbers of records as a function counts them out, as the owner of the tables; its plan is made once for a connection. A transaction
-- that has changed nothing counts once, and not at all where the connection counted for the same reader before and nothing was written
-- since: the same snapshot sees the same rows. What was found lies in a setting, and as that is changed, no statement that asks runs in
-- parallel.
create or replace function reach.numbers(called text, query text) returns text language plpgsql as $$
declare
  body text := format('
declare
  reader text := current_setting(''doppelpass.own'') || current_setting(''doppelpass.team_teams'') || ''|'';
  here text := reader || transaction_timestamp() || ''|'';
  kept text;
  numbers bigint[];
begin
  if pg_current_xact_id_if_assigned() is not null then
    return array(%2$s);
  end if;
  kept := current_setting(''doppelpass.kept_%1$s'', true);
  if kept ^@ here then
    return split_part(kept, ''|'', 4)::bigint[];
  end if;
  if kept ^@ reader and split_part(kept, ''|'', 3) = pg_current_snapshot()::text then
    numbers := split_part(kept, ''|'', 4)::bigint[];
  else
    numbers := array(%2$s);
  end if;
  perform set_config(''doppelpass.kept_%1$s'', here || pg_current_snapshot() || ''|'' || numbers::text, false);
  return numbers;
end', called, query);
begin
  if body is distinct from (select prosrc from pg_proc where oid = to_regprocedure(format('reach.%I()', called))) then
    execute format('create or replace function reach.%I() returns bigint[] language plpgsql stable parallel unsafe security definer '
      'set search_path = pg_catalog as %L', called, body);
  end if;
  return format('reach.%I()', called);
end $$;

-- Whether a number is among them, asked by its hash; "is true" keeps the planner from beginning with the numbers.
create or replace function reach.among(id text, numbers text, whole boolean) returns text language sql as $$
  select format(case when whole then '(%s in (select unnest((select %s)))) is true' else '%s in (select unnest((select %s)))' end, id, numbers)
$$;

-- Some conditions or that, for policies: said by hash, quick for each row, and once more by number, which an index finds.
-- As a condition of its own that is not compared again with the rows that the index found; each would be sought in the whole list.
-- The planner takes a list it does not know for ten numbers: a list of nothing beside it says that looking them up has its price.
create or replace function reach.twice(conditions text, id text, numbers text) returns text language sql as $$
  select format(E'(%1$s\n or %2$s)\n and (%1$s\n or %3$s = any ((select %4$s)::bigint[]) or %3$s = any (array_fill(null::bigint, array[500])))',
    conditions, reach.among(id, numbers, false), id, numbers)
$$;

create or replace function reach.passed(of_kind text) returns text language sql as $$
  select format('string_to_array(nullif(current_setting(''doppelpass.passed_%s'', true), ''''), '','')::bigint[]', of_kind)
$$;

create or replace function reach.shared(of_kind text) returns text language sql as $$
  select format('select s.record_id from reach.share s where s.kind = %L and (s.person_id = current_setting(''doppelpass.own'')::bigint '
    'or s.team_id = any (current_setting(''doppelpass.team_teams'')::bigint[]))', of_kind)
$$;

-- What somebody sees of a closed kind without owning it: passed on or shared, and named by records that they see. Those that are
-- their own and those that are not are asked for one after the other, because each has an index.
create or replace function reach.opened(reader text, of_kind text) returns text language plpgsql as $$
declare
  own text := 'owner_id = current_setting(''doppelpass.own'')::bigint';
  g reach.guarded;
  arms text[];
begin
  select * into g from reach.guarded x where x.kind = of_kind;
  arms := array[
    format('select unnest(%s)', reach.passed(of_kind)),
    reach.shared(of_kind),
    'select id from ' || g.relation || ' where ' || nullif(g.also, '')] || (
    select array_agg(format('select %1$I from %2$s where %1$I is not null and (%3$s)', o.record, o.relation, c.seen) order by o.relation, o.record, c.seen)
    from reach.opening o left join reach.guarded x on x.relation = o.relation left join reach.following f on f.relation = o.relation,
      unnest(case when x.relation is null then array[reach.followed(reader, f.condition)]
        else array[own, format('id = any ((select %s)::bigint[])', reach.opened(reader, o.by_kind))] end) c (seen)
    where o.kind = of_kind);
  return reach.numbers(format('%s_opened_%s', reader, of_kind),
    format('(%s) except select id from %s where %s', array_to_string(array_remove(arms, null), E'\n union '), g.relation, own));
end $$;

-- all that somebody sees of a closed kind
create or replace function reach.sees(reader text, of_kind text) returns text language sql as $$
  select reach.numbers(format('%s_sees_%s', reader, of_kind),
    format('select id from %s where owner_id = current_setting(''doppelpass.own'')::bigint union all select unnest(%s)', g.relation, reach.opened(reader, of_kind)))
  from reach.guarded g where g.kind = of_kind
$$;

-- whole: for statements that no policy looks after, what a policy leaves to others is written out
create or replace function reach.seen(reader text, of_kind text, id text, whole boolean) returns text language plpgsql as $$
declare
  g reach.guarded;
begin
  select * into g from reach.guarded x where x.kind = of_kind;
  return case when reach.closed(reader, of_kind) then reach.among(id, reach.sees(reader, of_kind), whole)
    when exists (select from reach.extent e where e.kind = of_kind and e.function = reader)
      then format('exists (select from %s where %s.id = %s%s)', g.relation, split_part(g.relation, '.', 2), id,
        case when whole then format(' and (%s)', reach.condition(reader, g, whole)) else '' end)
    else 'true' end;
end $$;

create or replace function reach.followed(reader text, condition text, whole boolean default false) returns text language plpgsql as $$
declare
  found text[];
  alone boolean := condition ~ '^\{\w+ [\w.]+\}$';
begin
  condition := replace(condition, '{me}', 'current_setting(''doppelpass.own'')::bigint');
  loop
    found := regexp_match(condition, '\{any ([\w.]+) ([\w.]+)\}');
    exit when found is null;
    condition := replace(condition, format('{any %s %s}', found[1], found[2]),
      (select '(' || string_agg(format('%s = %L and {%s %s}', found[1], kind, kind, found[2]), ' or ' order by kind)
         || format(' or %s is null or %s not in (%s))', found[1], found[1], string_agg(quote_literal(kind), ', ' order by kind))
       from reach.guarded));
  end loop;
  loop
    found := regexp_match(condition, '\{(\w+) ([\w.]+)\}');
    exit when found is null;
    condition := replace(condition, format('{%s %s}', found[1], found[2]),
      case when reach.seen(reader, found[1], found[2], whole) = 'true' then 'true'
        when alone and not whole and reach.closed(reader, found[1]) then reach.twice(found[2] || ' is null', found[2], reach.sees(reader, found[1]))
        else format('(%s is null or %s)', found[2], reach.seen(reader, found[1], found[2], whole)) end);
  end loop;
  return condition;
end $$;

-- Records are the reader's own, their team's (and what is nobody's), their department's; shared with them; passed on in this very
-- transaction; or opened by a row they see. What begins with one's own is counted out once; wider reach looks at each row as it comes.
create or replace function reach.condition(reader text, g reach.guarded, whole boolean default false) returns text language plpgsql as $$
declare
  reaches text := (select extent from reach.extent where function = reader and kind = g.kind);
  itself text := split_part(g.relation, '.', 2) || '.id';
  passed text := format('%s = any (%s)', itself, reach.passed(g.kind));
  shares text;
  arms text[];
  opened text[];
begin
  if reaches is null then
    return 'true';
  end if;
  if reach.closed(reader, g.kind) and whole then
    return format('(%s.owner_id = current_setting(''doppelpass.own'')::bigint or %s in (select unnest((select %s)))) is true',
      split_part(g.relation, '.', 2), itself, reach.opened(reader, g.kind));
  elsif reach.closed(reader, g.kind) then
    return reach.twice(E'owner_id = current_setting(''doppelpass.own'')::bigint\n or ' || passed, itself, reach.opened(reader, g.kind));
  end if;
  shares := reach.numbers(format('%s_shares_%s', reader, g.kind), reach.shared(g.kind));
  arms := array[
    case reaches when 'own' then 'owner_id = current_setting(''doppelpass.own'')::bigint'
      else format('owner_id = any (current_setting(''doppelpass.%s'')::bigint[])', reaches) end,
    case when reaches <> 'own' then 'owner_id is null' || case when g.team
      then format(' and (team_id is null or team_id = any (current_setting(''doppelpass.%s_teams'')::bigint[]))', reaches) else '' end end,
    passed, nullif(g.also, '')];
  opened := (
    select array_agg(format('exists (select from %s where %s.%I = %s%s)', o.relation, split_part(o.relation, '.', 2), o.record, itself,
        case when whole then format(' and (%s)', reach.whole(reader, o.relation)) else '' end) order by o.relation, o.record)
    from reach.opening o where o.kind = g.kind);
  if opened is null and not whole then
    return reach.twice(array_to_string(array_remove(arms, null), E'\n or '), itself, shares);
  end if;
  arms := arms || reach.among(itself, shares, whole) || opened;
  return array_to_string(array_remove(arms, null), E'\n or ');
end $$;

-- How the rows that somebody sees are found along indexes: a few among very many by whose they are and by the numbers of those opened
-- (by nothing where these are not known), others are met soon on the way back from the end.
create or replace function reach.entries(reader text, of_relation text) returns text[] language sql stable as $$
  select coalesce(
    (select array[format('%s.owner_id = current_setting(''doppelpass.own'')::bigint', split_part(g.relation, '.', 2)),
       format('%s.id = any ((select %s)::bigint[])', split_part(g.relation, '.', 2), reach.opened(reader, g.kind))]
     from reach.guarded g where g.relation = of_relation and reach.closed(reader, g.kind)),
    (select '{}'::text[] from reach.following f, reach.guarded g
     where f.relation = of_relation and strpos(f.condition, format('{%s ', g.kind)) > 0 and reach.closed(reader, g.kind) limit 1),
    '{true}')
$$;

-- Rows of which the owner alone tells that somebody sees them, where these are many and an index has them: enough of them are enough.
create or replace function reach.owned(reader text, of_relation text) returns text language sql stable as $$
  select format('%s.owner_id = any (current_setting(''doppelpass.%s'')::bigint[])', split_part(g.relation, '.', 2), e.extent)
  from reach.guarded g join reach.extent e on e.kind = g.kind and e.function = reader
  where g.relation = of_relation and e.extent <> 'own'
$$;

-- the rows of a relation that a policy would let somebody see, for a statement that is asked with everybody's eyes
create or replace function reach.whole(reader text, of_relation text) returns text language plpgsql as $$
declare
  g reach.guarded;
begin
  select * into g from reach.guarded x where x.relation = of_relation;
  return coalesce(case when g.relation is not null then reach.condition(reader, g, true) end,
    (select reach.followed(reader, f.condition, true) from reach.following f where f.relation = of_relation), 'true');
end $$;

-- What a limited reader adds is their own unless they say whose; what they hand on they see until the transaction ends.
create or replace function reach.pass() returns trigger language plpgsql as $$
declare
  passed text := 'doppelpass.passed_' || tg_argv[0];
begin
  if tg_op = 'INSERT' and new.owner_id is null then
    new.owner_id := current_setting('doppelpass.own')::bigint;
  end if;
  perform set_config(passed, concat_ws(',', nullif(current_setting(passed, true), ''), new.id), true);
  return new;
end $$;

create or replace procedure reach.write(relation text, reader text, condition text) language plpgsql as $$
declare
  name text := 'reach_' || reader;
  stands text := (select obj_description(oid, 'pg_policy') from pg_policy where polrelid = relation::regclass and polname = name);
begin
  if stands = condition then
    return;
  end if;
  if not (select relrowsecurity from pg_class where oid = relation::regclass) then
    execute format('alter table %s enable row level security', relation);
  end if;
  execute format('drop policy if exists %I on %s', name, relation);
  execute format('create policy %I on %s for all to %I using (%s) with check (true)', name, relation, 'doppelpass_reader_' || reader, condition);
  execute format('comment on policy %I on %s is %L', name, relation, condition);
end $$;

-- writes what has changed of the policies; does nothing where the database has no roles for readers
create or replace procedure reach.apply() language plpgsql as $$
declare
  g reach.guarded;
  f reach.following;
  reader text;
begin
  set local lock_timeout = '3s';
  foreach reader in array array['marketing', 'sales', 'service', 'leadership', 'controlling', 'works_council'] loop
    continue when to_regrole('doppelpass_reader_' || reader) is null;
    for g in select * from reach.guarded loop
      call reach.write(g.relation, reader, reach.condition(reader, g));
    end loop;
    for f in select * from reach.following loop
      call reach.write(f.relation, reader, reach.followed(reader, f.condition));
    end loop;
  end loop;
  for g in select * from reach.guarded loop
    if not exists (select from pg_trigger where tgrelid = g.relation::regclass and tgname = 'reach_pass') then
      execute format('create trigger reach_pass before insert or update of owner_id%s on %s for each row '
        'when (current_user ^@ ''doppelpass_reader_'') execute function reach.pass(%L)',
        case when g.team then ', team_id' else '' end, g.relation, g.kind);
    end if;
  end loop;
  call reach.apply_fields();
end $$;

-- Conditions are compared before policies only if they cannot tell anything of a row but whether it meets them. Reading a field of JSON
-- cannot: it has no errors. PostgreSQL does not say so by itself, and so an index over a custom field would not help limited readers.
do $$
begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    alter function pg_catalog.jsonb_object_field_text(jsonb, text) leakproof;
  end if;
end $$;
