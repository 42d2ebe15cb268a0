-- The kind stands in the index too, and whether it was replaced: who asked for a demo, and how many downloads there were, is told without
-- reading the touchpoints themselves.
create index touchpoint_of_contact on timeline.touchpoint (contact_id, occurred_at desc, kind) include (replaced_at);
drop index timeline.touchpoint_contact;
alter index timeline.touchpoint_of_contact rename to touchpoint_contact;
