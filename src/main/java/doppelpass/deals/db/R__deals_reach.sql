call reach.guard('deals.deal', 'deal', true);
call reach.opens('lead', 'deals.deal', 'lead_id', 'deal');
call reach.opens('contact', 'deals.deal', 'contact_id', 'deal');
call reach.opens('company', 'deals.deal', 'company_id', 'deal');
call reach.opens('contact', 'deals.participant', 'contact_id', 'deal');
call reach.follow('deals.event', '{deal event.deal_id}');
call reach.follow('deals.participant', '{deal participant.deal_id}');
-- the amount of a deal is never null, and much relies on it: 0 stands there for whoever must not see it
call reach.field('deal', 'amount', 'deals.deal', 'amount_minor', '0');
call reach.field('deal', 'amount', 'deals.event', 'amount_minor', 'null', false);
call reach.field('deal', 'cost', 'deals.deal', 'cost_minor');
call reach.field('deal', 'cost', 'deals.product', 'cost_minor');
call reach.field('deal', 'expected_close', 'deals.deal', 'expected_close');
call reach.alias('deal', 'weighted', 'amount');
call reach.alias('deal', 'margin', 'amount');
call reach.alias('deal', 'marginrate', 'amount');
call reach.alias('deal', 'margin_rate', 'amount');
call reach.alias('deal', 'margin', 'cost');
call reach.alias('deal', 'marginrate', 'cost');
call reach.alias('deal', 'margin_rate', 'cost');
call reach.alias('deal', 'expected', 'expected_close');
call reach.alias('deal', 'expectedClose', 'expected_close');
call reach.alias('deal', 'close', 'expected_close');
call reach.alias('deal', 'rest', 'expected_close');
-- what changed an amount is told with prices
call reach.field('deal', 'amount', 'deals.event', 'note', 'case when kind <> ''amount'' then note end', false);
call reach.field('deal', 'source', 'deals.deal', 'source', '''''');
call reach.field('deal', 'source', 'deals.deal', 'channel', '''other''');
call reach.alias('deal', 'channel', 'source');
