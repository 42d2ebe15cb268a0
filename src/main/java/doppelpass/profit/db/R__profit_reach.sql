call reach.follow('profit.revenue', '{company revenue.company_id} and {deal revenue.deal_id}');
call reach.field('company', 'revenue', 'profit.revenue', 'amount_minor', '0');
call reach.field('company', 'revenue', 'profit.revenue', 'cost_minor');
