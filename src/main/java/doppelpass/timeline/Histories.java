package doppelpass.timeline;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.timeline.views.HistoryEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that happened around a record as one list, newest first. */
@Component
public class Histories {
    private final HistoryTable table;
    private final Circle circle;
    private final Naming naming;
    private final ObjectProvider<MoreFacts> more;

    Histories(HistoryTable table, Circle circle, Naming naming, ObjectProvider<MoreFacts> more) {
        this.table = table;
        this.circle = circle;
        this.naming = naming;
        this.more = more;
    }

    /** The newest entries of a record and of those that belong to it, such as the people, leads and deals of a company. */
    public History of(Subject subject) {
        return of(List.of(subject));
    }

    /** The same with the entries of others that stand on its page, such as the contact of a lead. */
    public History of(List<Subject> subjects) {
        return of(subjects, "", PageRequest.first("occurred", true, History.PAGE));
    }

    History of(List<Subject> subjects, String kind, PageRequest request) {
        Page<HistoryEntry> page = naming.entries(read(table.page(circle.around(subjects), kind, request)));
        return new History(subjects, kind, told(page), asked());
    }

    private Map<String, List<MoreFacts.Asked>> asked() {
        return more.stream()
                .flatMap(plug -> plug.asked(History.FORMS).entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Page<HistoryEntry> told(Page<HistoryEntry> page) {
        Map<Long, List<MoreFacts.Fact>> facts = new HashMap<>();
        List<Long> activities = page.rows().stream()
                .filter(HistoryEntry::activity)
                .map(HistoryEntry::row)
                .toList();
        more.forEach(plug -> plug.of(activities)
                .forEach((id, some) ->
                        facts.computeIfAbsent(id, none -> new ArrayList<>()).addAll(some)));
        return page.map(entry -> entry.activity() ? entry.told(facts.getOrDefault(entry.row(), List.of())) : entry);
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
