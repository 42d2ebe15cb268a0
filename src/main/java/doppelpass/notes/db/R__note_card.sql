-- what neighbours may search and count of notes
create or replace view notes.note_card as
select id, kind, record_id, text, author_id, written_at, coalesce(edited_at, written_at) as said_at, words
from notes.note where deleted_at is null;
