call reach.follow('notes.note', '{any note.kind note.record_id}');
call reach.follow('notes.version', 'exists (select from notes.note n where n.id = version.note_id)');
call reach.follow('notes.mention', 'exists (select from notes.note n where n.id = mention.note_id)');
