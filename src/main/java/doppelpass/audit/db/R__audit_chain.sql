-- the hash of values that may have to be erased: the salt keeps anybody from guessing a mail address by its hash
create or replace function audit.value_hash(salt uuid, before jsonb, after jsonb) returns bytea language sql immutable as $$
  select case when salt is not null then sha256(convert_to(jsonb_build_array(salt, before, after)::text, 'UTF8')) end
$$;

create or replace function audit.names(before jsonb, after jsonb) returns jsonb language sql immutable as $$
  select jsonb_agg(name) from jsonb_object_keys(coalesce(before, '{}') || coalesce(after, '{}')) name
$$;

create or replace function audit.digest(e audit.entry) returns bytea language sql stable as $$
  select sha256(convert_to(jsonb_build_array(e.id, (extract(epoch from e.at) * 1000000)::bigint, e.actor_id, e.origin, e.cause,
      e.tab, e.row_key, e.kind, e.record_id, e.action, audit.names(e.before, e.after),
      encode(coalesce(e.erased, audit.value_hash(e.salt, e.before, e.after)), 'hex'))::text, 'UTF8'))
$$;

create or replace function audit.batch_hash(number bigint, previous bytea, from_id bigint, to_id bigint) returns bytea
language sql stable as $$
  select sha256(convert_to(jsonb_build_array(batch_hash.number, batch_hash.from_id, batch_hash.to_id, count(*))::text, 'UTF8')
      || batch_hash.previous || coalesce(string_agg(audit.digest(e), ''::bytea order by e.id), ''))
  from audit.entry e where e.id > batch_hash.from_id and e.id <= batch_hash.to_id
$$;

-- adds one batch of at most so many entries and returns how many it has. Numbers become visible out of order: an entry may
-- belong to a transaction that is still open while a higher one is committed. So the highest number is remembered together
-- with a transaction begun after it was given out; once everything older has ended, nothing below can appear any more
create or replace function audit.seal(most int) returns bigint language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  last audit.batch;
  reach audit.pending;
  oldest xid8;
  upper_id bigint;
  sealed bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit.seal', 0));
  select * into last from audit.batch order by number desc limit 1;
  last.number := coalesce(last.number, 0);
  last.to_id := coalesce(last.to_id, -9223372036854775808);
  last.hash := coalesce(last.hash, '\x00');
  select * into reach from audit.pending;
  if reach.up_to is null then
    select max(id) into reach.up_to from audit.entry where id > last.to_id;
    if reach.up_to is null then
      return 0;
    end if;
    reach.older := pg_current_xact_id();
    insert into audit.pending (up_to, older) values (reach.up_to, reach.older);
  end if;
  select pg_snapshot_xmin(pg_current_snapshot()) into oldest;
  if oldest < reach.older then
    return 0;
  end if;
  select max(id), count(*) into upper_id, sealed
  from (select id from audit.entry where id > last.to_id and id <= reach.up_to order by id limit greatest(most, 1)) taken;
  if sealed > 0 then
    insert into audit.batch (number, from_id, to_id, entries, previous, hash, sealed_at)
    values (last.number + 1, last.to_id, upper_id, sealed, last.hash,
            audit.batch_hash(last.number + 1, last.hash, last.to_id, upper_id), clock_timestamp());
  end if;
  delete from audit.pending where up_to <= coalesce(upper_id, up_to);
  return sealed;
end $$;

-- looks at so many batches after one: do they follow each other, and do their entries still have the hash they had
create or replace function audit.examine(after_number bigint, most int)
returns table (batches bigint, entries bigint, broken bigint) language sql stable as $$
  select count(*), coalesce(sum(b.entries), 0)::bigint, min(b.number) filter (where
      b.previous <> coalesce(p.hash, '\x00') or (p.number is null and b.number > 1)
      or b.from_id <> coalesce(p.to_id, -9223372036854775808)
      or b.hash <> audit.batch_hash(b.number, b.previous, b.from_id, b.to_id))
  from (select * from audit.batch where number > after_number order by number limit most) b
  left join audit.batch p on p.number = b.number - 1
$$;

create or replace function audit.verified(batches bigint, entries bigint, broken bigint) returns void language sql security definer
set search_path = pg_catalog, pg_temp as $$
  insert into audit.verification (at, batches, entries, broken) values (clock_timestamp(), $1, $2, $3)
$$;

create or replace function audit.blank(given jsonb) returns jsonb language sql immutable as $$
  select jsonb_object_agg(name, null) from jsonb_object_keys(given) name
$$;

-- takes the values of a record's changes out; that it was done is a change of its own
create or replace function audit.erase(of_kind text, of_record bigint) returns bigint language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  emptied bigint;
begin
  update audit.entry set erased = audit.value_hash(salt, before, after), salt = null,
    before = audit.blank(before), after = audit.blank(after)
  where kind = of_kind and record_id = of_record and salt is not null;
  get diagnostics emptied = row_count;
  insert into audit.entry (at, actor_id, origin, cause, tab, kind, record_id, action)
  values (now(), nullif(current_setting('doppelpass.actor', true), '')::bigint,
          coalesce(nullif(current_setting('doppelpass.origin', true), ''), 'system'),
          nullif(current_setting('doppelpass.cause', true), ''), 'audit.entry', of_kind, of_record, 'E');
  return emptied;
end $$;

-- where one role does everything, its rights cannot keep it from altering the audit: then this does. Erasing is let through
create or replace function audit.stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'entry' then
    if old.salt is not null and new.erased = audit.value_hash(old.salt, old.before, old.after) and new.salt is null
       and new.before is not distinct from audit.blank(old.before) and new.after is not distinct from audit.blank(old.after)
       and to_jsonb(new) - '{erased,salt,before,after}'::text[] = to_jsonb(old) - '{erased,salt,before,after}'::text[] then
      return new;
    end if;
  end if;
  raise exception 'The audit is append-only' using errcode = 'insufficient_privilege';
end $$;
comment on function audit.stays() is 'silent while restoring: the archive''s rows take the place of what is here';
create or replace trigger stays before update or delete on audit.entry for each row execute function audit.stays();
create or replace trigger stays_whole before truncate on audit.entry for each statement execute function audit.stays();
create or replace trigger stays before update or delete on audit.batch for each row execute function audit.stays();
create or replace trigger stays_whole before truncate on audit.batch for each statement execute function audit.stays();
