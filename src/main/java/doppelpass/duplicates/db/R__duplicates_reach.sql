call reach.follow('duplicates.pair', '{any pair.kind pair.first_id} and {any pair.kind pair.second_id}');
call reach.follow('duplicates.merge', '{any merge.kind merge.winner_id}');
