-- lists sorted by these are read one value after the other
create index activity_kind_order on timeline.activity (kind, id);
create index activity_outcome_order on timeline.activity (outcome, id) where outcome is not null;
