-- the last time anything happened to a deal; changes other than of stage and amount are kept with the fields they touched
alter table deals.deal add touched_at timestamptz;
alter table deals.event add note text;
alter table deals.event drop constraint event_kind_check;
alter table deals.event add constraint event_kind_check
  check (kind in ('created', 'stage', 'amount', 'changed', 'won', 'lost', 'reopened'));
create index event_stage on deals.event (stage_id, occurred_at);
create index deal_search on deals.deal using gin (lower(name) gin_trgm_ops);
create index deal_owner on deals.deal (owner_id, stage_id);
create index deal_closed on deals.deal (closed_at, id);
