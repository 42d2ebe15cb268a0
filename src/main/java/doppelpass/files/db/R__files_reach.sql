call reach.follow('files.file', '{any file.kind file.record_id}');
