-- what lists show and rules read of tasks; done means that nothing is left to do
create or replace view tasks.task_card as
select id, title, note, due_on, due_time, priority, state, state <> 'open' as done, assignee_id, given_by, kind, record_id,
       case when kind = 'contact' then record_id end as contact_id,
       case when kind = 'company' then record_id end as company_id,
       case when kind = 'lead' then record_id end as lead_id,
       case when kind = 'deal' then record_id end as deal_id,
       case when kind = 'campaign' then record_id end as campaign_id,
       remind_at, rule, created_by, created_at, closed_at, fields, words,
       'd' || id || '-' || (extract(epoch from created_at) * 1000000)::bigint as record_key
from tasks.task;
