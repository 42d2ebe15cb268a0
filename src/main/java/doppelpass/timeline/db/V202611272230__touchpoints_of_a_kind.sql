-- The kind stands in the index too: whether a contact asked for a demo is told without reading what else they did.
create index touchpoint_of_contact on timeline.touchpoint (contact_id, occurred_at desc, kind);
drop index timeline.touchpoint_contact;
alter index timeline.touchpoint_of_contact rename to touchpoint_contact;
