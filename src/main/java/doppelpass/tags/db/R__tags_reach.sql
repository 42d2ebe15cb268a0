call reach.follow('tags.tagging', '{any tagging.kind tagging.record_id}');
call reach.follow('tags.before_import', '{any before_import.kind before_import.record_id}');
