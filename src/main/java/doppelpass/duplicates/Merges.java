package doppelpass.duplicates;

import doppelpass.database.Seeing;
import doppelpass.duplicates.References.Reference;
import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.timeline.Subject;
import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Makes several records one, part by part, and takes them apart again for {@link Merge#KEPT}. */
@Component
public class Merges {
    static final int MOST = 10;
    private static final int LATELY = 20;

    private final Twins twins;
    private final References references;
    private final MoveTable moves;
    private final MergedRowTable rows;
    private final MergeTable table;
    private final SignTable signs;
    private final Rights rights;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final JsonMapper json;
    private final Seeing seeing;

    Merges(
            Twins twins,
            References references,
            MoveTable moves,
            MergedRowTable rows,
            MergeTable table,
            SignTable signs,
            Rights rights,
            ApplicationEventPublisher events,
            Clock clock,
            JsonMapper json,
            Seeing seeing) {
        this.twins = twins;
        this.references = references;
        this.moves = moves;
        this.rows = rows;
        this.table = table;
        this.signs = signs;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
        this.json = json;
        this.seeing = seeing;
    }

    /** {@code keys} and {@code dropped}: rows as JSON that point to the winner since, and that had to give way. */
    record Moved(Reference reference, String keys, String dropped) {}

    /** Rows as JSON: all records before, the winner after. */
    record Done(Subject winner, List<Long> losers, String before, String after, List<Moved> moved) {}

    /** {@code 0} among the choices means: all of them, one below the other. */
    static final long ALL = 0;

    /**
     * The losers go into the winner; {@code choices}: part → record whose value stays, the winner's where nothing is said.
     * Refused while both have something there may be only one of, such as a running lead.
     */
    @Transactional
    public long merge(Subject winner, List<Long> losers, Map<String, Long> choices, Person by) {
        Matched matched = twins.matched(winner.kind());
        if (!may(winner, by)) throw Refusal.forbidden("duplicates.error.right");
        List<Long> all = new ArrayList<>(List.of(winner.id()));
        losers.stream().filter(id -> !all.contains(id)).forEach(all::add);
        if (all.size() < 2 || all.size() > MOST) throw Refusal.of("duplicates.error.count", MOST);
        if (!rows.lock(matched.table(), all)) throw Refusal.conflict("duplicates.error.gone");
        Map<String, Long> chosen = new HashMap<>(choices);
        chosen.keySet().removeIf(part -> !seeing.writes(winner.kind().code(), part));
        return seeing.everything(() -> merge(matched, winner, all, chosen, by));
    }

    /** Whatever hangs on the losers moves, also what its reader does not see. */
    private long merge(Matched matched, Subject winner, List<Long> all, Map<String, Long> choices, Person by) {
        Instant now = clock.instant();
        String before = rows.copy(matched.table(), all);
        List<Long> gone = all.subList(1, all.size());
        List<Moved> moved = move(matched, winner, gone, by);
        rows.delete(matched.table(), gone);
        choose(matched, all, before, choices);
        references.to(matched).stream()
                .filter(r -> r.table().equals(matched.table()))
                .forEach(r -> rows.unwind(r.table(), r.column(), winner.id()));
        rows.stamp(matched.table(), now, winner.id());
        String name = twins.names(winner.kind(), Set.of(winner.id())).getOrDefault(winner.id(), winner.code());
        String after = rows.copy(matched.table(), List.of(winner.id()));
        long id = table.insert(
                winner, name, by.id(), now, json.writeValueAsString(new Done(winner, gone, before, after, moved)));
        table.losers(id, winner, before);
        signs.forget(winner.kind(), gone);
        events.publishEvent(new RecordsMerged(winner, gone, by.id()));
        return id;
    }

    /** Everything is as it was, but for what somebody changed since: that stays. Refused once the winner went elsewhere itself. */
    @Transactional
    public Subject undo(long id, Person by) {
        Done done = json.readValue(
                table.done(id).orElseThrow(() -> Refusal.conflict("duplicates.error.tooLate")), Done.class);
        Matched matched = twins.matched(done.winner().kind());
        if (!may(done.winner(), by)) throw Refusal.forbidden("duplicates.error.right");
        if (!rows.lock(matched.table(), List.of(done.winner().id())))
            throw Refusal.conflict("duplicates.error.winnerGone");
        seeing.everything(() -> undo(id, done, matched, by));
        return done.winner();
    }

    private void undo(long id, Done done, Matched matched, Person by) {
        String winner = copied(done, true);
        try {
            moves.insert(matched.table(), copied(done, false));
            if (!rows.lock(matched.table(), done.losers())) throw Refusal.conflict("duplicates.error.taken");
            rows.restore(matched.table(), winner, done.after(), done.winner().id());
            done.moved().forEach(m -> {
                moves.moveBack(m.reference(), done.winner().id(), m.keys());
                moves.insert(m.reference().table(), m.dropped());
            });
        } catch (DataIntegrityViolationException taken) {
            throw Refusal.conflict("duplicates.error.taken");
        }
        table.undone(id, by.id(), clock.instant());
        events.publishEvent(new MergeUndone(done.winner(), done.losers(), by.id()));
    }

    /** The copied row of the winner, or those of the losers. */
    private String copied(Done done, boolean winner) {
        ArrayNode some = json.createArrayNode();
        for (JsonNode row : json.readTree(done.before())) {
            if ((row.get("id").asLong() == done.winner().id()) == winner) some.add(row);
        }
        return some.toString();
    }

    /** Whoever may change a record may merge it. */
    public boolean may(Subject record, Person by) {
        return rights.route("PUT", record.url())
                .map(route -> route.allows(by.roles()))
                .orElse(false);
    }

    boolean keeps(Subject.Kind kind) {
        return twins.matches(kind);
    }

    /** The record that a number leads to since its own was merged away. */
    public Optional<Subject> successor(Subject gone) {
        return Optional.ofNullable(
                        table.successors(gone.kind(), List.of(gone.id())).get(gone.id()))
                .map(id -> new Subject(gone.kind(), id));
    }

    List<Merge> last() {
        return table.last(LATELY);
    }

    Optional<Merge> find(long id) {
        return table.find(id);
    }

    void forget(Instant before) {
        table.forget(before);
    }

    private List<Moved> move(Matched matched, Subject winner, List<Long> losers, Person by) {
        Long[] gone = losers.toArray(Long[]::new);
        List<Moved> moved = new ArrayList<>();
        for (Reference reference : references.to(matched)) {
            String clashing = moves.clashing(reference, winner.id(), gone);
            if (!clashing.equals("[]")) {
                if (references.restedOn(reference.table())) throw clash(reference, by);
                moves.drop(reference, clashing);
            }
            String keys = moves.move(reference, winner.id(), gone);
            if (!keys.equals("[]") || !clashing.equals("[]")) moved.add(new Moved(reference, keys, clashing));
        }
        return moved;
    }

    private static Refusal clash(Reference reference, Person by) {
        String key = "duplicates.clash." + reference.table();
        Locale language = Locale.forLanguageTag(by.language());
        return Refusal.conflict(
                "duplicates.error.clash", Messages.has(key) ? Messages.text(language, key) : reference.table());
    }

    /** {@code all}: the winner first. */
    private void choose(Matched matched, List<Long> all, String before, Map<String, Long> choices) {
        long winner = all.getFirst();
        rows.complete(matched.table(), before, all.subList(1, all.size()), winner);
        for (MergePart part : matched.parts()) {
            long chosen = choices.getOrDefault(part.name(), winner);
            if (chosen == ALL && part.joined()) {
                rows.join(matched.table(), part.columns().getFirst(), before, all, winner);
            } else if (chosen != winner) {
                if (!all.contains(chosen)) throw Refusal.of("duplicates.error.choice");
                rows.take(matched.table(), part.columns(), before, chosen, winner);
            }
        }
    }
}
