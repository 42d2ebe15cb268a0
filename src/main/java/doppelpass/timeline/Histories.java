package doppelpass.timeline;

import doppelpass.core.PageRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Touchpoints and activities of records as one list, newest first. */
@Component
public class Histories {
    private final HistoryTable table;
    private final Naming naming;

    Histories(HistoryTable table, Naming naming) {
        this.table = table;
        this.naming = naming;
    }

    /** The newest entries of the first subject and of those that belong to it, such as the people of a company. */
    public History of(List<Subject> subjects) {
        return of(subjects, "", PageRequest.first("occurred", true, History.PAGE));
    }

    public History of(Subject subject) {
        return of(List.of(subject));
    }

    History of(List<Subject> subjects, String kind, PageRequest request) {
        return new History(subjects, kind, naming.entries(table.page(subjects, kind, request)));
    }
}
