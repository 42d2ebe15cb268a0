call reach.follow('forecast.entry', '{deal entry.deal_id}');
