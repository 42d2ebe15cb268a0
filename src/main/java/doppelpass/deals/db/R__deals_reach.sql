call reach.guard('deals.deal', 'deal', true);
call reach.opens('lead', 'deals.deal', 'lead_id', 'deal');
call reach.opens('contact', 'deals.deal', 'contact_id', 'deal');
call reach.opens('company', 'deals.deal', 'company_id', 'deal');
call reach.opens('contact', 'deals.participant', 'contact_id', 'deal');
call reach.follow('deals.event', '{deal event.deal_id}');
call reach.follow('deals.participant', '{deal participant.deal_id}');
