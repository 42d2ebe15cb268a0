package doppelpass.kpi;

import doppelpass.core.Period;
import doppelpass.kpi.Formula.Facts;
import doppelpass.kpi.plug.TermFacts;
import doppelpass.kpi.plug.TermFacts.Change;
import doppelpass.kpi.plug.TermFacts.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What another rule would have changed: the records it loses, the ones it gains and those it would have found at another
 * moment. A record nobody's rule found but a person passed on stays as it is.
 */
record RuleChange(TermFacts plug, Map<Long, Instant> lost, Map<Long, Instant> gained, Map<Long, Instant> shifted) {

    /** What a figure has to do with the rule. */
    enum Touch {
        NONE,
        MADE,
        ANSWERED,
        UNTOLD
    }

    /** {@code happened}: the moment of the fact that really came about, for the records that have one. */
    static RuleChange of(TermFacts plug, List<Change> changes, Map<Long, Instant> happened) {
        Map<Long, Instant> lost = new HashMap<>();
        Map<Long, Instant> gained = new HashMap<>();
        Map<Long, Instant> shifted = new HashMap<>();
        for (Change change : changes) {
            Instant real = happened.get(change.subject());
            Instant proposed = change.proposed();
            if (proposed == null) {
                if (real != null && change.current() != null) lost.put(change.subject(), real);
            } else if (real == null) {
                gained.put(change.subject(), proposed);
            } else if (change.current() != null) {
                shifted.put(change.subject(), proposed);
            }
        }
        return new RuleChange(plug, lost, gained, shifted);
    }

    Supposed exact() {
        Map<Long, Instant> added = new HashMap<>(shifted);
        added.putAll(gained);
        return new Supposed(plug.subject(), plug.made(), plug.answers(), lost.keySet(), shifted.keySet(), added);
    }

    /** Only of the records that stay, each when it was: to other moments and to new records nobody has answered. */
    Supposed staying() {
        return new Supposed(plug.subject(), plug.made(), plug.answers(), lost.keySet(), Set.of(), Map.of());
    }

    int entering(Period period, ZoneId zone) {
        return count(gained.values(), period, zone);
    }

    int leaving(Period period, ZoneId zone) {
        return count(lost.values(), period, zone);
    }

    int moved(Period period, ZoneId zone) {
        return count(shifted.values(), period, zone);
    }

    private static int count(Collection<Instant> moments, Period period, ZoneId zone) {
        return (int) moments.stream().filter(m -> period.contains(m, zone)).count();
    }

    /** The strongest tie of any facts the figure asks for. */
    static Touch touch(TermFacts plug, Collection<Facts> asked) {
        return asked.stream().map(facts -> touch(plug, facts)).reduce(Touch.NONE, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    private static Touch touch(TermFacts plug, Facts facts) {
        if (plug.earlier().contains(facts.measure())) return Touch.NONE;
        if (within(facts, Stream.of(plug.made()))) return Touch.MADE;
        if (within(facts, Stream.concat(Stream.of(plug.made()), plug.answers().stream()))) return Touch.ANSWERED;
        return Touch.UNTOLD;
    }

    /** Whether the facts are all of these kinds. */
    private static boolean within(Facts facts, Stream<Kind> kinds) {
        List<Kind> same =
                kinds.filter(kind -> kind.measure().equals(facts.measure())).toList();
        if (same.stream().anyMatch(kind -> kind.dimension() == null)) return true;
        return facts.where().entrySet().stream()
                .anyMatch(filter -> filter.getValue().stream()
                        .allMatch(value -> same.contains(new Kind(facts.measure(), filter.getKey(), value))));
    }
}
