-- what a superuser has migrated is handed to the role the product works as, so that nothing works with a superuser's rights;
-- tables that are append-only stay with the role that keeps them. Elsewhere one role does both and there is nothing to hand on
do $$
declare
  hand_over text;
begin
  if to_regrole('doppelpass_app') is null or not (select rolsuper from pg_roles where rolname = current_user) then
    return;
  end if;
  for hand_over in
    with ours as (
      select oid, nspname from pg_namespace
      where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
        and coalesce(obj_description(oid, 'pg_namespace') not like 'append-only%', true)
    )
    select format('alter schema %I owner to doppelpass_app', o.nspname)
    from ours o join pg_namespace n on n.oid = o.oid where n.nspowner <> 'doppelpass_app'::regrole
    union all
    select format('alter %s %I.%I owner to doppelpass_app',
                  case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end,
                  o.nspname, c.relname)
    from pg_class c join ours o on o.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S') and c.relowner <> 'doppelpass_app'::regrole
      -- the sequence of a column goes with its table
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')
                        and d.refclassid = 'pg_class'::regclass and c.relkind = 'S')
    union all
    select format('alter routine %s owner to doppelpass_app', p.oid::regprocedure)
    from pg_proc p join ours o on o.oid = p.pronamespace
    where p.proowner <> 'doppelpass_app'::regrole
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  loop
    execute hand_over;
  end loop;
  if not has_table_privilege('doppelpass_app', 'public.flyway_schema_history', 'select') then
    grant select on public.flyway_schema_history to doppelpass_app;
  end if;
end $$;
