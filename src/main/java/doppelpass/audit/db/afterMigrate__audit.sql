-- columns that a migration has added since are watched too; the functions that note are silent while an archive is restored
call audit.renew();
do $$
declare
  routine regprocedure;
  statement text;
begin
  for routine in select oid from pg_proc where pronamespace = 'audit'::regnamespace and proname ^@ 'note_' and prorettype = 'trigger'::regtype
      and obj_description(oid, 'pg_proc') is null loop
    execute format('comment on function %s is %L', routine, 'silent while restoring: the archive brings the changes of its rows along');
  end loop;

  -- where a superuser migrates for a limited role, the schema belongs to neither: its keeper cannot sign in
  if to_regrole('doppelpass_app') is null or not (select rolsuper from pg_roles where rolname = current_user) then
    return;
  end if;
  if to_regrole('doppelpass_audit') is null then
    create role doppelpass_audit nologin;
    create role doppelpass_note nologin;
  end if;
  for statement in
    select 'alter schema audit owner to doppelpass_audit' from pg_namespace
    where nspname = 'audit' and nspowner <> 'doppelpass_audit'::regrole
    union all
    select format('alter table %s owner to doppelpass_audit', oid::regclass) from pg_class
    where relnamespace = 'audit'::regnamespace and relkind = 'r' and relowner <> 'doppelpass_audit'::regrole
    union all
    -- what notes changes meets types and casts of other schemas: it runs as a role that can insert entries and nothing else
    select format('alter routine %s owner to %I', oid::regprocedure, keeper)
    from (select oid, proowner, case when proname ^@ 'note_' and prorettype = 'trigger'::regtype then 'doppelpass_note' else 'doppelpass_audit' end as keeper
          from pg_proc where pronamespace = 'audit'::regnamespace) routines
    where proowner <> keeper::regrole
    union all
    select format('grant usage on schema audit to %I', reader) from unnest(array['doppelpass_app', 'doppelpass_note']) reader
    where not has_schema_privilege(reader, 'audit', 'usage')
    union all
    select 'grant insert on audit.entry to doppelpass_note' where not has_table_privilege('doppelpass_note', 'audit.entry', 'insert')
    union all
    select format('grant select on %s to doppelpass_app', oid::regclass) from pg_class
    where relnamespace = 'audit'::regnamespace and relkind in ('r', 'S') and not has_table_privilege('doppelpass_app', oid, 'select')
  loop
    execute statement;
  end loop;
end $$;
