call reach.field('campaign', 'budget', 'campaigns.campaign', 'budget_minor');
call reach.field('campaign', 'expected_revenue', 'campaigns.campaign', 'expected_revenue_minor');
call reach.alias('campaign', 'left', 'budget');
call reach.alias('campaign', 'expected', 'expected_revenue');
call reach.alias('campaign', 'expectedRevenue', 'expected_revenue');
call reach.field('campaign', 'cost', 'campaigns.cost', 'amount_minor', '0');
call reach.alias('campaign', 'spent', 'cost');
call reach.alias('campaign', 'left', 'cost');
