-- every change of a lead, of a pass on the page of what it is about, and of a promise; scores are counted anew, not changed
call audit.watch('leads.lead', 'lead', hidden => 'intent, state_since');
call audit.watch('leads.handover',
  'case when r.lead_id is not null then ''lead'' when r.deal_id is not null then ''deal'' when r.contact_id is not null then ''contact'' else ''company'' end',
  'coalesce(r.lead_id, r.deal_id, r.contact_id, r.company_id)');
call audit.watch('leads.promise', 'promise');
