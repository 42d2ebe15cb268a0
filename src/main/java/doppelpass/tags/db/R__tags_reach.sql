call reach.follow('tags.tagging', '{any tagging.kind tagging.record_id}');
