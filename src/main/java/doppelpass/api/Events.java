package doppelpass.api;

import doppelpass.audit.Journal;
import doppelpass.database.Intake;
import doppelpass.database.Seeing;
import doppelpass.identity.Person;
import doppelpass.lists.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes of records as events without values: who may see a record reads it, and of others learns nothing. */
@Component
class Events {
    static final int MOST = 1_000;

    private final Journal journal;
    private final Rows rows;
    private final SourceTable sources;
    private final Seeing seeing;
    private final Map<String, String> tables;

    Events(Journal journal, Rows rows, SourceTable sources, Seeing seeing, List<Intake> intakes) {
        this.journal = journal;
        this.rows = rows;
        this.sources = sources;
        this.seeing = seeing;
        this.tables = intakes.stream().collect(Collectors.toMap(Intake::object, Intake::table));
    }

    /** {@code after} is a number, or {@code now}. */
    Map<String, @Nullable Object> after(String after, int most, List<RecordKind> kinds, Person reader) {
        Map<String, RecordKind> known = kinds.stream()
                .filter(kind -> sources.knows(kind.listing().subject()))
                .collect(Collectors.toMap(kind -> kind.listing().subject(), kind -> kind));
        Journal.Stretch stretch = after.equals("now")
                ? new Journal.Stretch(List.of(), journal.end(), false)
                : journal.after(after.isEmpty() ? 0 : Long.parseLong(after), known.keySet(), most);
        Map<String, Set<Long>> open = open(stretch.changes(), known, reader);
        List<Map<String, @Nullable Object>> data = new ArrayList<>();
        for (Journal.Change change : stretch.changes()) {
            RecordKind kind = known.get(change.kind());
            if (kind != null && open.getOrDefault(change.kind(), Set.of()).contains(change.record()))
                data.add(event(change, kind));
        }
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("data", data);
        told.put("next", stretch.next());
        told.put("more", stretch.more());
        return told;
    }

    /** The records that the reader sees, and those that are no more. */
    private Map<String, Set<Long>> open(List<Journal.Change> changes, Map<String, RecordKind> known, Person reader) {
        Map<String, Set<Long>> asked = new HashMap<>();
        changes.forEach(change ->
                asked.computeIfAbsent(change.kind(), kind -> new HashSet<>()).add(change.record()));
        Map<String, Set<Long>> open = new HashMap<>();
        asked.forEach((subject, ids) -> {
            RecordKind kind = known.get(subject);
            if (kind == null) return;
            Set<Long> there = seeing.everything(() -> sources.there(subject, ids));
            Set<Long> seen = new HashSet<>(ids);
            seen.removeAll(there);
            seen.addAll(rows.seen(kind.list(), ids, reader));
            open.put(subject, seen);
        });
        return open;
    }

    private Map<String, @Nullable Object> event(Journal.Change change, RecordKind kind) {
        boolean itself = change.tab().equals(tables.get(change.kind()));
        String what = itself && change.action().equals("I")
                ? "created"
                : itself && change.action().equals("D") ? "deleted" : "changed";
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("id", change.id());
        event.put("type", change.kind() + "." + what);
        event.put("list", kind.name());
        event.put("record", change.record());
        event.put("at", change.at().toString());
        event.put("origin", change.origin());
        event.put("person", change.person());
        return event;
    }
}
