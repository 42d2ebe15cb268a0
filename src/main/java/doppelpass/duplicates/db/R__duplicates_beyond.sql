-- records that look like one of a lower number: those of a group beyond its first
create or replace view duplicates.beyond_first as
select distinct m.kind, m.record_id
from (select kind, coalesce(group_id, -id) as group_id, first_id as record_id from duplicates.pair where state = 'open'
      union all select kind, coalesce(group_id, -id), second_id from duplicates.pair where state = 'open') m
where m.record_id > (select min(p.first_id) from duplicates.pair p
                     where p.kind = m.kind and coalesce(p.group_id, -p.id) = m.group_id and p.state = 'open');
