package doppelpass.kpi;

import doppelpass.core.Period;
import doppelpass.kpi.Formula.Conversion;
import doppelpass.kpi.Formula.Elapsed;
import doppelpass.kpi.Formula.Stock;
import doppelpass.kpi.plug.Measure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Figures' parts period by period, kept in memory: each knows the version of the facts it was worked out from, and counts
 * only while the asking transaction sees that version, so no change is missed. What time alone changes is worked out again
 * after a quarter of a minute; what was known then is worked out live. What somebody is working out is not worked out beside.
 */
@Component
class RollUps {
    private static final int KEPT = 20_000;
    private static final int GROUPS = 500;
    private static final Duration SOON = Duration.ofSeconds(15);

    private final FactTable facts;
    private final MeasureList measures;
    private final ChangeTable changes;
    private final BusinessClocks clocks;
    private final Lock[] turns = Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);
    private final Map<Key, Kept> kept = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > KEPT;
        }
    };

    /** {@code calendars} are the business hours that the part was worked out with. */
    private record Key(
            Formula part,
            Period period,
            ZoneId zone,
            @Nullable String dimension,
            @Nullable Object calendars) {}

    /** {@code moment} is when it was worked out if time alone changes it. */
    private record Kept(long version, @Nullable Instant moment, Map<Optional<String>, Quantity> groups) {
        boolean counts(long seen, Instant now) {
            if (version != seen) return false;
            return moment == null || !now.isBefore(moment) && now.isBefore(moment.plus(SOON));
        }
    }

    /**
     * A part of a question, with the facts it rests on as the asking transaction sees them. {@code alone} is whether facts
     * change nothing before their month: not so for a cohort, unless entry and goal are dates of one row.
     */
    private record Asked(
            Formula part,
            Grid grid,
            Versions versions,
            Set<String> sources,
            boolean alone,
            @Nullable Object calendars) {
        int places() {
            return grid.periods().size();
        }

        Key key(int place) {
            return new Key(part, grid.periods().get(place), grid.zone(), grid.dimension(), calendars);
        }

        /** A cohort also rests on what its members did later, up to a day for the switch of the clocks. */
        long version(int place) {
            LocalDate end = grid.periods().get(place).to();
            if (alone || !(part instanceof Conversion conversion)) return versions.before(end, sources);
            Integer days = conversion.days();
            return versions.before(days == null ? LocalDate.MAX : end.plusDays(days + 1L), sources);
        }
    }

    RollUps(FactTable facts, MeasureList measures, ChangeTable changes, BusinessClocks clocks) {
        this.facts = facts;
        this.measures = measures;
        this.changes = changes;
        this.clocks = clocks;
    }

    /**
     * For one question of the current transaction. Who is {@code patient} is told that somebody works the same out, so that
     * they can wait without a connection to the database; others work it out beside.
     */
    PartSource open(boolean patient) {
        Versions versions = changes.versions();
        return versions.writing() ? facts::cells : (part, grid) -> of(part, grid, versions, patient);
    }

    /** Somebody works it out: await the end and ask again in another transaction. */
    static final class BeingWorkedOut extends RuntimeException {
        private final transient Lock turn;

        BeingWorkedOut(Lock turn) {
            super(null, null, false, false);
            this.turn = turn;
        }

        void awaitEnd() {
            turn.lock();
            turn.unlock();
        }
    }

    private Cells of(Formula part, Grid grid, Versions versions, boolean patient) {
        Set<String> sources = sources(part, grid.dimension());
        if (grid.asKnownAt() != null || sources.isEmpty()) return facts.cells(part, grid);
        Asked asked = new Asked(
                part,
                grid,
                versions,
                sources,
                part instanceof Conversion conversion && ofOneRow(conversion),
                part instanceof Elapsed ? clocks.basis() : null);
        Cells ready = ready(asked);
        if (ready != null) return ready;
        if (!patient) return workedOut(asked);
        Lock turn = turns[Math.floorMod(Objects.hash(part, grid.dimension()), turns.length)];
        if (!turn.tryLock()) throw new BeingWorkedOut(turn);
        try {
            return workedOut(asked);
        } finally {
            turn.unlock();
        }
    }

    /** What is kept, if that is all of it. */
    private @Nullable Cells ready(Asked asked) {
        Map<Cells.Cell, Quantity> filled = new HashMap<>();
        for (int place = 0; place < asked.places(); place++) {
            Kept known = get(asked, place);
            if (known == null) return null;
            fill(filled, place, known);
        }
        return new Cells(filled, FactTable.empty(asked.part()));
    }

    private Cells workedOut(Asked asked) {
        Map<Cells.Cell, Quantity> filled = new HashMap<>();
        int first = -1;
        int last = -1;
        for (int place = 0; place < asked.places(); place++) {
            Kept known = get(asked, place);
            if (known == null) {
                first = first < 0 ? place : first;
                last = place;
            } else {
                fill(filled, place, known);
            }
        }
        if (first < 0) return new Cells(filled, FactTable.empty(asked.part()));
        Cells live = facts.cells(asked.part(), asked.grid().part(first, last));
        for (int place = first; place <= last; place++) {
            boolean settled =
                    settled(asked.part(), asked.grid(), place, live.running().contains(place - first));
            Kept now =
                    new Kept(asked.version(place), settled ? null : asked.grid().horizon(), live.groups(place - first));
            fill(filled, place, now);
            put(asked.key(place), now);
        }
        return new Cells(filled, live.empty());
    }

    /** Empty if a measure does not say what it reads. */
    private Set<String> sources(Formula part, @Nullable String dimension) {
        Set<String> sources = new HashSet<>();
        for (Formula.Facts asked : part.counted()) {
            Measure measure = measures.get(asked.measure());
            if (measure.reads().isEmpty()) return Set.of();
            sources.addAll(measure.reads());
            asked.where().keySet().forEach(d -> sources.addAll(reads(measure, d)));
            if (dimension != null) sources.addAll(reads(measure, dimension));
        }
        return sources;
    }

    /** A row's change is noted for the month of the earliest of its dates, see {@code kpi.watch}. */
    private boolean ofOneRow(Conversion conversion) {
        return Stream.of(conversion.from(), conversion.to())
                .map(facts -> measures.get(facts.measure()))
                .allMatch(measure -> measure.id().equals(measure.subjects().get(conversion.subject())));
    }

    private static Set<String> reads(Measure measure, String dimension) {
        return measure.dimensionReads().getOrDefault(dimension, Set.of());
    }

    /** Whether time alone cannot change it any more. */
    private boolean settled(Formula part, Grid grid, int place, boolean running) {
        boolean hangsOnNow = part instanceof Stock
                || part.counted().stream()
                        .anyMatch(f -> measures.get(f.measure()).onlyDue());
        return !running
                && !(hangsOnNow && grid.periods().get(place).to(grid.zone()).isAfter(grid.horizon()));
    }

    private static void fill(Map<Cells.Cell, Quantity> filled, int place, Kept known) {
        known.groups().forEach((group, quantity) -> filled.put(new Cells.Cell(place, group.orElse(null)), quantity));
    }

    private @Nullable Kept get(Asked asked, int place) {
        synchronized (kept) {
            Kept known = kept.get(asked.key(place));
            return known != null
                            && known.counts(asked.version(place), asked.grid().horizon())
                    ? known
                    : null;
        }
    }

    private void put(Key key, Kept now) {
        if (now.groups().size() > GROUPS) return;
        synchronized (kept) {
            kept.put(key, now);
        }
    }
}
