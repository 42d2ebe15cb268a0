call reach.follow('forecast.entry', '{deal entry.deal_id}');
call reach.field('deal', 'amount', 'forecast.entry', 'amount_minor', '0', false);
call reach.field('deal', 'amount', 'forecast.entry', 'weighted_minor', '0', false);
call reach.field('deal', 'expected_close', 'forecast.entry', 'month', 'null', false);
