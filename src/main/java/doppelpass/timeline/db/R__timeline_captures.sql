-- what people did and wrote down themselves: how many days later
create or replace view timeline.capture_fact as
select id, kind, coalesce(nullif(subject, ''), kind) as title,
       greatest(0, extract(epoch from recorded_at - occurred_at)) / 86400 as lag_days, occurred_at, recorded_at, replaced_at
from timeline.activity
where import_id is null and source_id is null and coalesce(outcome, '') not in ('planned', 'cancelled');
