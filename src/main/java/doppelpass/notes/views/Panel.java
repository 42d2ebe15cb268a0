package doppelpass.notes.views;

import doppelpass.core.Cursor;
import doppelpass.core.Page;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Optional;

/** The notes of a record: the pinned ones on the first page only, and what the reader may bring back. */
public record Panel(Subject record, List<NoteView> pinned, Page<NoteView> page, List<NoteView> deleted) {

    public String url() {
        return "/notes/on/" + record.code();
    }

    public boolean empty() {
        return pinned.isEmpty() && page.rows().isEmpty();
    }

    public Optional<String> olderUrl() {
        return page.next().map(this::at);
    }

    public Optional<String> newerUrl() {
        return page.previous().map(this::at);
    }

    private String at(Cursor cursor) {
        return url() + "?at=" + cursor.encode();
    }
}
