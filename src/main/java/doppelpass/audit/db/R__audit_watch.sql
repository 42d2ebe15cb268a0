-- a module says in a migration of its own which of its tables are watched and whose changes they are: the kind of the record as
-- a word or as SQL over the row r, its id as SQL over r, and columns beside the technical and secret ones that stay out
create or replace procedure audit.watch(tab regclass, kind text, record text default 'r.id', hidden text default '') language plpgsql as $$
begin
  insert into audit.watched (tab, kind, record, hidden)
  values (tab::text, kind, record, string_to_array(replace(hidden, ' ', ''), ','))
  on conflict on constraint watched_pkey do update set kind = excluded.kind, record = excluded.record, hidden = excluded.hidden;
  call audit.renew();
end $$;

-- names that never come into the audit: what only the machine keeps, and whatever is secret
create or replace function audit.hushed(column_name text) returns boolean language sql immutable as $$
  select column_name in ('id', 'recorded_at', 'updated_at', 'touched_at', 'import_id', 'version_stamp')
      or column_name ~ '(password|secret|token|hash|salt|sealed|search|vector)'
$$;

-- writes the trigger of a table anew where its columns, or what is said of it, have changed; the statements are plain SQL in
-- sets, and nested loops are off because their plans are kept from the first statement, however many rows the next one has
create or replace procedure audit.renew() language plpgsql as $$
declare
  w audit.watched;
  shown text[];
  left_out text[];
  keys text[];
  face text;
  kind_of text;
  function_name text;
begin
  for w in select * from audit.watched order by tab loop
    select array_agg(attname::text order by attnum) filter (where not quiet), array_agg(attname::text order by attnum) filter (where quiet)
    into shown, left_out
    from (select attname, attnum, audit.hushed(attname) or attname = any (w.hidden) or attgenerated <> ''
                 or atttypid = 'tsvector'::regtype as quiet
          from pg_attribute where attrelid = w.tab::regclass and attnum > 0 and not attisdropped) c;
    select array_agg(a.attname::text order by a.attnum) into keys
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid = w.tab::regclass and i.indisprimary;
    face := md5(row(2, w.kind, w.record, shown, left_out, keys)::text);
    continue when w.noted = face;
    kind_of := case when w.kind ~ '^\w+$' then quote_literal(w.kind) else w.kind end;
    function_name := 'audit.' || quote_ident('note_' || replace(w.tab, '.', '_'));
    execute audit.note_function(function_name, w.tab, kind_of, w.record, shown, coalesce(left_out, '{}'), keys);
    execute format('create or replace trigger audit_insert after insert on %s referencing new table as after_rows for each statement execute function %s()', w.tab, function_name);
    execute format('create or replace trigger audit_update after update on %s referencing old table as before_rows new table as after_rows for each statement execute function %s()', w.tab, function_name);
    execute format('create or replace trigger audit_delete after delete on %s referencing old table as before_rows for each statement execute function %s()', w.tab, function_name);
    execute format('create or replace trigger audit_truncate after truncate on %s for each statement execute function %s()', w.tab, function_name);
    update audit.watched set noted = face where watched.tab = w.tab;
  end loop;
end $$;

create or replace function audit.note_function(name text, tab text, kind text, record text, shown text[], left_out text[], keys text[])
returns text language plpgsql as $make$
declare
  head text := 'insert into audit.entry (at, actor_id, origin, cause, tab, row_key, kind, record_id, action, before, after, salt) select now(), _actor, _origin, _cause, '
               || quote_literal(tab) || ', ';
  -- the key is only worth its room where it is not the record's id
  row_key text := case when record = 'r.id' then 'null' else
    (select string_agg('r.' || quote_ident(k) || '::text', ' || ''-'' || ') from unnest(keys) k) end;
  whose text := row_key || ', ' || kind || ', ' || record || ', ';
  same text := (select string_agg(format('case when o.%1$I is not distinct from r.%1$I then %1$L end', c), ', ') from unnest(shown) c);
  joined text := (select string_agg(format('o.%1$I = r.%1$I', k), ' and ') from unnest(keys) k);
begin
  return format($note$
create or replace function %1$s() returns trigger language plpgsql security definer
set search_path = pg_catalog, pg_temp set enable_nestloop = off as $body$
declare
  _actor constant bigint := nullif(current_setting('doppelpass.actor', true), '')::bigint;
  _origin constant text := coalesce(nullif(current_setting('doppelpass.origin', true), ''), 'system');
  _cause constant text := nullif(current_setting('doppelpass.cause', true), '');
begin
  case tg_op
  when 'INSERT' then
    -- what an import brings is in the record until its first change, which notes it as before: a second copy costs a fifth of the import
    %2$s %3$s 'I', null, case when _origin <> 'import' then jsonb_strip_nulls(to_jsonb(r) - %4$L::text[]) end,
      case when _origin <> 'import' then gen_random_uuid() end from after_rows r;
  when 'UPDATE' then
    %2$s %3$s 'U', to_jsonb(o) - (%4$L::text[] || same), to_jsonb(r) - (%4$L::text[] || same), gen_random_uuid()
    from before_rows o join after_rows r on %5$s
    cross join lateral (select array_remove(array[%6$s], null) as same offset 0) compared
    where cardinality(same) < %7$s;
  when 'DELETE' then
    %2$s %3$s 'D', jsonb_strip_nulls(to_jsonb(r) - %4$L::text[]), null, gen_random_uuid() from before_rows r;
  else
    %2$s null, %8$L, null, 'T', null, null, null;
  end case;
  return null;
end $body$$note$, name, head, whose, left_out, joined, same, cardinality(shown), split_part(tab, '.', 2));
end $make$;
comment on function audit.note_function(text, text, text, text, text[], text[], text[]) is 'the text of the trigger function of one table';
