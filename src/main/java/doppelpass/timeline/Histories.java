package doppelpass.timeline;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.timeline.views.HistoryEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return new History(subjects, kind, naming.entries(read(table.page(subjects, kind, request))));
    }

    private static Page<HistoryEntry> read(Page<HistoryEntry> page) {
        Map<Chapter, List<HistoryEntry>> rows = new LinkedHashMap<>();
        for (HistoryEntry entry : page.rows()) {
            Chapter chapter = entry.chapter();
            if (chapter != null)
                rows.computeIfAbsent(chapter, some -> new ArrayList<>()).add(entry);
        }
        Map<Long, String> titles = new HashMap<>();
        rows.forEach((chapter, entries) -> {
            List<String> read =
                    chapter.read(entries.stream().map(HistoryEntry::title).toList());
            for (int i = 0; i < entries.size(); i++) titles.put(entries.get(i).key(), read.get(i));
        });
        return page.map(entry -> entry.titled(titles.getOrDefault(entry.key(), entry.title())));
    }
}
