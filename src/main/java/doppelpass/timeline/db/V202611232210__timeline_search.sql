create extension if not exists pg_trgm;

create index touchpoint_deal on timeline.touchpoint (deal_id, occurred_at desc);
create index activity_search on timeline.activity
  using gin (lower(subject || ' ' || coalesce(note, '')) gin_trgm_ops);
create index activity_person on timeline.activity (person_id, occurred_at desc);
