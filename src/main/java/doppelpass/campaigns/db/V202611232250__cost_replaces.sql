-- a corrected cost is found from the one that took its place
alter table campaigns.cost add column replaces_id bigint references campaigns.cost;
create unique index cost_replaces on campaigns.cost (replaces_id) where replaces_id is not null;
