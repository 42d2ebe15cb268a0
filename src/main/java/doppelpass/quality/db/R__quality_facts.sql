-- what each check found on a day, for figures
create or replace view quality.result_fact as
select id, check_key, split_part(check_key, '.', 1) as module, kind, check_key as title, found, examined, examined - found as sound,
       taken_at as occurred_at, taken_at as recorded_at, null::timestamptz as replaced_at
from quality.snapshot;
