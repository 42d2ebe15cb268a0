-- promises are found by the day they fell due
create index handover_due_accept on leads.handover (due_accept_at) where kind = 'mql';
create index handover_due_response on leads.handover (due_response_at) where kind = 'mql' and due_response_at is not null;
create index handover_returned on leads.handover (decided_at) where kind = 'mql' and outcome = 'returned';
