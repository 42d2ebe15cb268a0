-- rules ask most for a kind of touchpoint since a day
create index touchpoint_kind on timeline.touchpoint (kind, occurred_at);
