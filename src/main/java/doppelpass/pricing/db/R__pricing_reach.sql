call reach.follow('pricing.terms', '{deal terms.deal_id}');
call reach.follow('pricing.line', '{deal line.deal_id}');
