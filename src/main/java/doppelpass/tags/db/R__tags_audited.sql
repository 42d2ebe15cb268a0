-- every tag, and which record it was put on or taken off
call audit.watch('tags.tag', 'tag');
call audit.watch('tags.tagging', 'r.kind', 'r.record_id');
