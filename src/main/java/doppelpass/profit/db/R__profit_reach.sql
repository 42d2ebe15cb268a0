call reach.follow('profit.revenue', '{company revenue.company_id} and {deal revenue.deal_id}');
