-- lists sorted by these are read one value after the other
create index lead_state_order on leads.lead (state, id);
create index lead_channel_order on leads.lead (channel, id);
