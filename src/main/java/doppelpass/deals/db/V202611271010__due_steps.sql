-- a person's next steps by day, without reading all deals
create index deal_step on deals.deal (owner_id, next_step_on) where next_step_on is not null;
