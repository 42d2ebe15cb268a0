package doppelpass.timeline;

import doppelpass.core.Cursor;
import doppelpass.core.Page;
import doppelpass.timeline.views.HistoryEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The history panel of a record: whose it is, the chosen kind (empty for all), one page of entries. */
public record History(List<Subject> subjects, String kind, Page<HistoryEntry> page) {
    static final int PAGE = 20;
    /** Kinds of activities, and all touchpoints together. */
    static final Set<String> FILTERS = Set.of("call", "email", "meeting", "note", "task", "touchpoint");

    /** What a new entry is about: the first record of each kind, so not everybody of a company. */
    public List<Subject> about() {
        return subjects.getFirst().kind() == Subject.Kind.COMPANY
                ? List.of(subjects.getFirst())
                : About.of(subjects).subjects();
    }

    public List<String> filters() {
        return List.of("", "call", "email", "meeting", "note", "touchpoint");
    }

    public String url(String chosen) {
        return "/history/" + Subject.codes(subjects) + (chosen.isEmpty() ? "" : "?kind=" + chosen);
    }

    public Optional<String> olderUrl() {
        return page.next().map(this::at);
    }

    public Optional<String> newerUrl() {
        return page.previous().map(this::at);
    }

    private String at(Cursor cursor) {
        return url(kind) + (kind.isEmpty() ? "?" : "&") + "at=" + cursor.encode();
    }
}
