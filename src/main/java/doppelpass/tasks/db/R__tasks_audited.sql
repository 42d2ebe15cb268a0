-- every task; one about a record is noted with the record
call audit.watch('tasks.task', 'coalesce(r.kind, ''task'')', 'coalesce(r.record_id, r.id)', 'reminded_at, noticed_at, changed_at, remind_mail');
