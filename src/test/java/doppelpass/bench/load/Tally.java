package doppelpass.bench.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long answers took, kind by kind, counted from when their requests were due; microseconds, three digits exact. */
final class Tally {
    private static final int FAILURES_TOLD = 50;

    private final Map<String, Histogram> times = new LinkedHashMap<>();
    private final Map<String, AtomicLong> failed = new LinkedHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Histogram lag = histogram();
    private final AtomicLong last = new AtomicLong();
    private final Map<Long, Histogram> minutes = new ConcurrentSkipListMap<>();
    private final AtomicLong first = new AtomicLong();

    Tally(List<String> kinds) {
        kinds.forEach(kind -> {
            times.put(kind, histogram());
            failed.put(kind, new AtomicLong());
        });
    }

    private static Histogram histogram() {
        Histogram histogram = new ConcurrentHistogram(3);
        histogram.setAutoResize(true);
        return histogram;
    }

    /** The sender was late by so much: what it did not send in time loads nobody. */
    void sent(long nanosLate) {
        lag.recordValue(TimeUnit.NANOSECONDS.toMicros(Math.max(0, nanosLate)));
    }

    void answered(String kind, long nanos, long at) {
        times.get(kind).recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
        last.accumulateAndGet(at, Math::max);
        first.compareAndSet(0, at - nanos);
        long minute = TimeUnit.NANOSECONDS.toMinutes(Math.max(0, at - nanos - first.get()));
        minutes.computeIfAbsent(minute, m -> histogram()).recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    void failed(String kind, String how) {
        failed.get(kind).incrementAndGet();
        if (failures.size() < FAILURES_TOLD) failures.add(kind + ": " + how);
    }

    List<String> kinds() {
        return List.copyOf(times.keySet());
    }

    Histogram times(String kind) {
        return times.get(kind);
    }

    Histogram all() {
        Histogram all = histogram();
        times.values().forEach(all::add);
        return all;
    }

    /** All kinds by the minute in which they were due, the first one first. */
    List<Histogram> minutes() {
        return List.copyOf(minutes.values());
    }

    Histogram lag() {
        return lag;
    }

    long failed(String kind) {
        return failed.get(kind).get();
    }

    long failed() {
        return failed.values().stream().mapToLong(AtomicLong::get).sum();
    }

    /** The first of them, in words. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** When the last answer was there, on the clock of {@link System#nanoTime()}. */
    long last() {
        return last.get();
    }
}
