package doppelpass.audit.views;

import doppelpass.core.Cursor;
import doppelpass.core.Page;
import doppelpass.timeline.Subject;
import java.util.Optional;

/** The newest changes of a record, or the next ones. */
public record RecordHistory(Subject record, Page<Change> page) {

    public Optional<String> olderUrl() {
        return page.next().map(this::at);
    }

    public Optional<String> newerUrl() {
        return page.previous().map(this::at);
    }

    private String at(Cursor cursor) {
        return "/audit/of/" + record.kind().code() + "/" + record.id() + "?at=" + cursor.encode();
    }
}
