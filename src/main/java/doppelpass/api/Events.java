package doppelpass.api;

import doppelpass.audit.Journal;
import doppelpass.database.Intake;
import doppelpass.database.Seeing;
import doppelpass.identity.Person;
import doppelpass.lists.Rows;
import doppelpass.lists.plug.Listing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
public class Events {
    static final int MOST = 1_000;

    /** Noted with the record that they are about, under its kind. */
    private static final String NOTED_ELSEWHERE = "task";

    private final Journal journal;
    private final Kinds kinds;
    private final Rows rows;
    private final SourceTable sources;
    private final Seeing seeing;
    private final Map<String, String> tables;

    Events(Journal journal, Kinds kinds, Rows rows, SourceTable sources, Seeing seeing, List<Intake> intakes) {
        this.journal = journal;
        this.kinds = kinds;
        this.rows = rows;
        this.sources = sources;
        this.seeing = seeing;
        this.tables = intakes.stream().collect(Collectors.toMap(Intake::object, Intake::table));
    }

    /** What happened to a record of a list; {@code type} such as {@code deal.changed}. */
    public record Event(
            long id,
            String type,
            String list,
            long record,
            Instant at,
            String origin,
            @Nullable Long person) {}

    /** Events of a stretch of the journal; whoever has heard them goes on at {@code next}. */
    public record Heard(List<Event> events, long next, boolean more) {}

    /** The names of the lists whose records have events, as far as the reader opens them. */
    public List<String> lists(Person reader) {
        return kinds.all(reader).stream()
                .map(RecordKind::listing)
                .filter(listing ->
                        sources.knows(listing.subject()) && !listing.subject().equals(NOTED_ELSEWHERE))
                .map(Listing::name)
                .toList();
    }

    /** Who begins here hears what comes and nothing that was. */
    public long newest() {
        return journal.newest();
    }

    /** Events of these lists behind a number, with the reader's rights of now. Not in a transaction. */
    public Heard after(long number, int most, Collection<String> lists, Person reader) {
        return heard(
                number,
                most,
                kinds.all(reader).stream()
                        .filter(kind -> lists.contains(kind.name()))
                        .toList(),
                reader);
    }

    /** {@code after} is a number, or {@code now}. */
    Map<String, @Nullable Object> after(String after, int most, List<RecordKind> followed, Person reader) {
        Heard heard = after.equals("now")
                ? new Heard(List.of(), journal.now(), false)
                : heard(after.isEmpty() ? 0 : Long.parseLong(after), most, followed, reader);
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("data", heard.events().stream().map(Events::told).toList());
        told.put("next", heard.next());
        told.put("more", heard.more());
        return told;
    }

    private Heard heard(long number, int most, List<RecordKind> followed, Person reader) {
        Map<String, RecordKind> known = followed.stream()
                .filter(kind -> sources.knows(kind.listing().subject()))
                .collect(Collectors.toMap(kind -> kind.listing().subject(), kind -> kind));
        Journal.Stretch stretch = journal.after(number, known.keySet(), most);
        Map<String, Set<Long>> open = open(stretch.changes(), known, reader);
        List<Event> events = new ArrayList<>();
        for (Journal.Change change : stretch.changes()) {
            RecordKind kind = known.get(change.kind());
            if (kind != null && open.getOrDefault(change.kind(), Set.of()).contains(change.record()))
                events.add(event(change, kind));
        }
        return new Heard(events, stretch.next(), stretch.more());
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

    private Event event(Journal.Change change, RecordKind kind) {
        boolean itself = change.tab().equals(tables.get(change.kind()));
        String what = itself && change.action().equals("I")
                ? "created"
                : itself && change.action().equals("D") ? "deleted" : "changed";
        return new Event(
                change.id(),
                change.kind() + "." + what,
                kind.name(),
                change.record(),
                change.at(),
                change.origin(),
                change.person());
    }

    private static Map<String, @Nullable Object> told(Event event) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", event.id());
        told.put("type", event.type());
        told.put("list", event.list());
        told.put("record", event.record());
        told.put("at", event.at().toString());
        told.put("origin", event.origin());
        told.put("person", event.person());
        return told;
    }
}
