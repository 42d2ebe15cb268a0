-- who gave an activity to a colleague can still take that back
alter table timeline.activity add column handed_by bigint references identity.person;
