package doppelpass.quality;

import doppelpass.database.Seeing;
import doppelpass.quality.QualityTable.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How many records each check finds. To look at a million of them takes a second: of very many the last count is shown, and they
 * are counted anew beside, so that nobody waits for it; of fewer it is always that of now. Who sees a part has counts of their own.
 */
@Component
class Counts {
    private static final Logger LOG = LoggerFactory.getLogger(Counts.class);
    private static final long MANY = 50_000;
    private static final Duration LONG = Duration.ofMillis(50);
    /** Counting takes at most this part of the time. */
    private static final int PART = 50;

    private final QualityTable table;
    private final Seeing seeing;
    private final long many;
    private final Map<String, Kept> known = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    @Autowired
    Counts(QualityTable table, Seeing seeing) {
        this(table, seeing, MANY);
    }

    /** @param many records that a check examines, or more, are not counted while somebody waits */
    Counts(QualityTable table, Seeing seeing, long many) {
        this.table = table;
        this.seeing = seeing;
        this.many = many;
    }

    /** @param before when it was counted if that was before it was asked for */
    record Counted(Count count, @Nullable Instant before) {}

    private record Kept(Count count, Instant at, long nanos, Duration took) {
        boolean old() {
            return System.nanoTime() - nanos > PART * took.toNanos();
        }
    }

    Counted of(Check check, Moment moment) {
        if (seeing.limited()) return new Counted(table.count(check, moment), null);
        Kept kept = known.get(check.key());
        if (kept == null || !dear(kept)) return new Counted(now(check, moment), null);
        if (kept.old()) anew(check, moment);
        return new Counted(kept.count(), kept.at());
    }

    /** As it is now, however long that takes. */
    Count now(Check check, Moment moment) {
        long start = System.nanoTime();
        Count count = table.count(check, moment);
        long end = System.nanoTime();
        known.put(check.key(), new Kept(count, moment.now(), end, Duration.ofNanos(end - start)));
        return count;
    }

    /** Something was mended: very many are counted anew beside whatever goes on. */
    void changed(Check check, Moment moment) {
        Kept kept = known.get(check.key());
        if (kept != null && dear(kept)) anew(check, moment);
    }

    /** Some look at more than they examine. */
    private boolean dear(Kept kept) {
        long examined = kept.count().examined();
        return examined >= many || examined >= many / PART && kept.took().compareTo(LONG) > 0;
    }

    private void anew(Check check, Moment moment) {
        if (!asked.add(check.key())) return;
        Thread.ofVirtual().name("count " + check.key()).start(() -> {
            oneAtATime.lock();
            try {
                asked.remove(check.key());
                now(check, moment);
            } catch (RuntimeException failed) {
                LOG.warn("The check {} could not be counted", check.key(), failed);
            } finally {
                oneAtATime.unlock();
            }
        });
    }
}
