-- One role a function of people, and one above them that may work with all tables. Nobody signs in as these: the product's role
-- takes one on while it serves a reader with limited rights. Views look with the rights of who asks.
do $$
declare
  able boolean := (select rolsuper or rolcreaterole from pg_roles where rolname = current_user);
  worker text := case when to_regrole('doppelpass_app') is null then current_user else 'doppelpass_app' end;
  statement text;
begin
  if able and to_regrole('doppelpass_reader') is null then
    create role doppelpass_reader nologin;
  end if;
  if to_regrole('doppelpass_reader') is null then
    return;
  end if;
  for statement in
    select format('create role doppelpass_reader_%s nologin in role doppelpass_reader', f)
    from unnest(array['marketing', 'sales', 'service', 'leadership', 'controlling', 'works_council']) f
    where able and to_regrole('doppelpass_reader_' || f) is null
  loop
    execute statement;
  end loop;
  for statement in
    select format('grant doppelpass_reader_%s to %I with inherit false, set true', f, worker)
    from unnest(array['marketing', 'sales', 'service', 'leadership', 'controlling', 'works_council']) f
    where able and not exists (
      select from pg_auth_members where roleid = to_regrole('doppelpass_reader_' || f) and member = worker::regrole and set_option)
    union all
    select format('grant usage on schema %I to doppelpass_reader', nspname) from pg_namespace
    where nspname !~ '^pg_' and nspname <> 'information_schema' and not has_schema_privilege('doppelpass_reader', oid, 'usage')
    union all
    select format('grant %s on %s to doppelpass_reader',
                  case when coalesce(obj_description(n.oid, 'pg_namespace'), '') like 'append-only%' then 'select'
                       when c.relkind = 'S' then 'usage, select' else 'select, insert, update, delete' end,
                  case when c.relkind = 'S' then 'sequence ' else '' end || c.oid::regclass)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
      and not has_table_privilege('doppelpass_reader', c.oid, 'select')
    union all
    select format('alter view %s set (security_invoker = true)', c.oid::regclass)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'v' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
      and not coalesce('security_invoker=true' = any (c.reloptions), false)
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  loop
    execute statement;
  end loop;
end $$;
call reach.apply();
