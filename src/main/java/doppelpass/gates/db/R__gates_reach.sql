call reach.follow('gates.answer', '{deal answer.deal_id}');
call reach.follow('gates.passage', '{deal passage.deal_id}');
