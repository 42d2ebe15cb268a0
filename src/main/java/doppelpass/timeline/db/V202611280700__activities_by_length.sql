-- lists sorted by these are read along them
create index activity_direction_order on timeline.activity (direction, id) where direction is not null;
create index activity_minutes_order on timeline.activity ((duration_seconds / 60), id) where (duration_seconds / 60) is not null;
