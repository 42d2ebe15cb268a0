-- that a note was written, edited, pinned, deleted; what it said stands in the note and its versions for as long as they are kept
call audit.watch('notes.note', 'r.kind', 'r.record_id', 'text, edited_by, with_record');
