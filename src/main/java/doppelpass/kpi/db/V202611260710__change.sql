-- which facts changed: written by triggers in the transaction of the change, so whoever sees the change sees its row. Figures
-- kept in memory are valid while the sum of the weights they depend on is the same. Rows are only inserted: no row is hot.
create table kpi.change (
  source     text not null,
  from_month date not null,
  weight     bigint not null default 1 check (weight > 0)
);
comment on table kpi.change is 'transient: counts for figures kept in memory; restored rows are noted anew';
create index change_source on kpi.change (source, from_month);

-- a truncated log must not start its sums anew; the sequence belongs to no table, so nothing restarts it
create sequence kpi.era;
create function kpi.new_era() returns trigger language plpgsql as $$
begin
  insert into kpi.change (source, from_month, weight) values ('', date '0001-01-01', nextval('kpi.era') * 1000000000000);
  return null;
end $$;
create trigger new_era after truncate on kpi.change for each statement execute function kpi.new_era();

-- after a statement: notes its source and the month of the earliest fact it touched (a day early, whatever the zone), or the
-- first month of all where any may be touched. Arguments: source, expression for the moment of a row or '', columns or ''
create function kpi.changed() returns trigger language plpgsql as $$
declare
  rows text := case tg_op when 'INSERT' then 'select * from after' when 'DELETE' then 'select * from before'
                          else 'select * from before union all select * from after' end;
  touched boolean;
  earliest timestamptz;
begin
  if tg_op = 'TRUNCATE' then
    touched := true;
  else
    if tg_op = 'UPDATE' and tg_argv[2] <> '' then
      rows := format('select * from (%s) both_sides where id in (select id from (select id, %s from before except select id, %s from after) changed)',
                     rows, tg_argv[2], tg_argv[2]);
    end if;
    execute format('select count(*) > 0, case when bool_and(moment is not null) then min(moment) end from (select (%s)::timestamptz as moment from (%s) touched) moments',
                   case tg_argv[1] when '' then 'null' else tg_argv[1] end, rows) into touched, earliest;
  end if;
  if touched then
    insert into kpi.change (source, from_month)
    values (tg_argv[0], coalesce(date_trunc('month', (earliest at time zone 'UTC')::date - 1)::date, date '0001-01-01'));
  end if;
  return null;
end $$;

-- rows that are facts, or that facts cannot do without: every insert, delete and change of these columns (all by default) counts
create procedure kpi.watch(tab regclass, source text, moment text, columns text default '') language plpgsql as $$
declare
  event text;
begin
  foreach event in array array['insert', 'update', 'delete', 'truncate'] loop
    execute format('create or replace trigger %I after %s on %s %s for each statement execute function kpi.changed(%L, %L, %L)',
      'kpi_' || event || '_' || replace(source, '.', '_'), event, tab,
      case event when 'insert' then 'referencing new table as after' when 'delete' then 'referencing old table as before'
                 when 'update' then 'referencing old table as before new table as after' else '' end,
      source, moment, columns);
  end loop;
end $$;

-- rows that facts point to: no fact points to a new one yet, so only changes of these columns and deletes count, for any month
create procedure kpi.watch_attributes(tab regclass, source text, columns text) language plpgsql as $$
declare
  event text;
begin
  foreach event in array array['update', 'delete', 'truncate'] loop
    execute format('create or replace trigger %I after %s on %s %s for each statement execute function kpi.changed(%L, %L, %L)',
      'kpi_' || event || '_' || replace(source, '.', '_'), event, tab,
      case event when 'delete' then 'referencing old table as before'
                 when 'update' then 'referencing old table as before new table as after' else '' end,
      source, '', columns);
  end loop;
end $$;
