call reach.follow('pricing.terms', '{deal terms.deal_id}');
call reach.follow('pricing.line', '{deal line.deal_id}');
-- what stands on the lines adds up to the amount and the cost of the deal
call reach.field('deal', 'amount', 'pricing.line', 'price_minor', '0');
call reach.field('deal', 'amount', 'pricing.line', 'net_minor', '0');
call reach.field('deal', 'amount', 'pricing.line', 'discount_percent');
call reach.field('deal', 'amount', 'pricing.line', 'discount_minor');
call reach.field('deal', 'amount', 'pricing.terms', 'discount_percent');
call reach.field('deal', 'amount', 'pricing.terms', 'discount_minor');
call reach.field('deal', 'cost', 'pricing.line', 'cost_minor');
call reach.field('deal', 'cost', 'pricing.line', 'total_cost_minor');
call reach.alias('deal', 'line.price', 'amount');
call reach.alias('deal', 'line.net', 'amount');
call reach.alias('deal', 'line.margin', 'amount');
call reach.alias('deal', 'line.margin', 'cost');
