package doppelpass.timeline;

import doppelpass.core.Cursor;
import doppelpass.core.Page;
import doppelpass.timeline.views.HistoryEntry;
import doppelpass.timeline.views.LogForm;
import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The history panel of a record: whose it is, the chosen kind (empty for all), one page of entries, and what the forms that log
 * another one ask beside what they always ask.
 */
public record History(
        List<Subject> subjects, String kind, Page<HistoryEntry> page, Map<String, List<MoreFacts.Asked>> asked) {
    /** The forms that log something. */
    static final List<String> FORMS =
            List.of(LogForm.CALL.kind(), LogForm.MEETING.kind(), LogForm.EMAIL.kind(), LogForm.OTHER);

    static final int PAGE = 20;
    /** Kinds of activities, all touchpoints together, and what other modules tell. */
    static final Set<String> FILTERS = Set.of("call", "email", "meeting", "note", "task", "file", "step", "touchpoint");

    /** Whose page it is, and where one returns to; a new entry is about all of the subjects. */
    public Subject record() {
        return subjects.getFirst();
    }

    public List<Content> musts(String form) {
        return asked.getOrDefault(form, List.of()).stream()
                .map(MoreFacts.Asked::musts)
                .toList();
    }

    public List<Content> others(String form) {
        return asked.getOrDefault(form, List.of()).stream()
                .map(MoreFacts.Asked::others)
                .toList();
    }

    public List<String> filters() {
        return List.of("", "call", "email", "meeting", "note", "task", "file", "step", "touchpoint");
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
