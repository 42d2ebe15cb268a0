-- views of the modules may be written anew only while none of ours stands on them; afterwards reach.apply puts those back
do $$
declare
  one text;
begin
  for one in select nspname from pg_namespace where obj_description(oid, 'pg_namespace') like 'transient, mask %' loop
    execute format('drop schema %I cascade', one);
  end loop;
end $$;
