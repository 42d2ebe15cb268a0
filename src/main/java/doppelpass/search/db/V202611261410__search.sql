create schema search;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists fuzzystrmatch;

-- umlauts and accents blind; the dictionary is named with its schema, so the result depends on nothing but the text
create function search.plain(t text) returns text immutable parallel safe language sql
return public.unaccent('public.unaccent', t);

-- Müller = Mueller = Muller = MÜLLER, Straße = Strasse: what is folded is compared, on both sides; a beginning stays a beginning
create function search.fold(t text) returns text immutable parallel safe language sql
return replace(replace(replace(
  case when octet_length(t) = length(t) then lower(t) else lower(search.plain(t)) end,
  'ae', 'a'), 'oe', 'o'), 'ue', 'u');

-- letters and digits, all else is a gap; a word without end, as long texts may hold, is cut
create function search.spaced(t text) returns text immutable parallel safe language sql
return regexp_replace(search.fold(left(t, 20000)),
  case when length(t) <= 400 then '[^[:alnum:]]+' else '[^[:alnum:]]+|(?<=[[:alnum:]]{60})' end, ' ', 'g');

-- what an index over words keeps; its cost lets the planner take the index instead of folding every row
create function search.words(t text) returns tsvector immutable parallel safe cost 100 language sql
return array_to_tsvector(array_remove(string_to_array(search.spaced(t), ' '), ''));

-- the words that occur, so that typing errors and parts of words are looked for among words instead of records
create table search.word (
  word text collate "C" primary key
);
comment on table search.word is 'transient: words of restored rows are learned anew';
create index word_parts on search.word using gin (word gin_trgm_ops);

-- which text of which table is learned from: what the triggers say
create view search.source as
select tgrelid::regclass::text as tab, convert_from(substring(tgargs from 1 for length(tgargs) - 1), 'UTF8') as text
from pg_trigger where tgname = 'search_insert';

create function search.learn() returns trigger language plpgsql as $$
begin
  execute format('insert into search.word select distinct w from fresh, string_to_table(search.spaced(%s), '' '') w '
    'where length(w) between 3 and 40 order by w on conflict do nothing', tg_argv[0]);
  return null;
end $$;

-- knows exactly the words that occur: learns those of rows that were there before, forgets those no row has any more
create procedure search.refresh() language plpgsql as $$
declare
  known record;
begin
  create temporary table occurring (word text collate "C" primary key) on commit drop;
  for known in select * from search.source loop
    execute format('insert into occurring select distinct w from %s, string_to_table(search.spaced(%s), '' '') w '
      'where length(w) between 3 and 40 on conflict do nothing', known.tab, known.text);
  end loop;
  insert into search.word select word from occurring order by word on conflict do nothing;
  delete from search.word where not exists (select from occurring o where o.word = search.word.word);
  drop table occurring;
end $$;

-- from now on the words of this text are known in the transaction that writes them
create procedure search.watch(watched regclass, words text) language plpgsql as $$
declare
  event text;
begin
  foreach event in array array['insert', 'update'] loop
    execute format('create or replace trigger %I after %s on %s referencing new table as fresh for each statement execute function search.learn(%L)',
      'search_' || event, event, watched, words);
  end loop;
  call search.refresh();
end $$;

-- the records somebody opened, the latest first
create table search.visit (
  person_id bigint not null references identity.person on delete cascade,
  kind      text not null,
  record_id bigint not null,
  opened_at timestamptz not null,
  primary key (person_id, kind, record_id)
);
create index visit_latest on search.visit (person_id, opened_at desc);
