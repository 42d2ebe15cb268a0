package doppelpass.audit;

import doppelpass.audit.views.Change;
import doppelpass.audit.views.RecordHistory;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.timeline.Subject;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was changed, read and erased; nobody writes here but the database. */
@Component
public class Audit {
    private static final int NEWEST = 5;

    private final AuditTable table;
    private final Telling telling;

    Audit(AuditTable table, Telling telling) {
        this.table = table;
        this.telling = telling;
    }

    /** Who changed what of a record, newest first. */
    public RecordHistory of(Subject record) {
        return of(record, PageRequest.first("id", true, NEWEST));
    }

    RecordHistory of(Subject record, PageRequest request) {
        return new RecordHistory(record, telling.changes(table.of(record.kind().code(), record.id(), request)));
    }

    static PageRequest newest() {
        return PageRequest.first("id", true, NEWEST);
    }

    Page<Change> page(AuditFilter filter, ZoneId zone, PageRequest request) {
        return telling.changes(table.page(filter, zone, request));
    }

    /** Whether a search for a text left older changes aside. */
    boolean leftAside(AuditFilter filter, ZoneId zone) {
        return !filter.text().isEmpty() && table.floor(filter, zone).isPresent();
    }

    List<String> kinds() {
        return table.kinds();
    }

    /** Takes the values out of all changes of a record; that they happened stays, and the chain holds. */
    @Transactional
    public long erase(Subject record) {
        return erase(record.kind().code(), record.id());
    }

    /** The same for a record of any kind, such as a {@code person} who worked here. */
    @Transactional
    public long erase(String kind, long id) {
        return table.erase(kind.toLowerCase(Locale.ROOT), id);
    }
}
