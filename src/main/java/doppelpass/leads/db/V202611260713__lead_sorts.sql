-- the lists' filters and sorts, so that a page is as quick among a million leads as among ten
create index lead_origin on leads.lead (source, created_at, id);
create index lead_since on leads.lead (state_since, id);
create index lead_intent on leads.lead (intent, id);
