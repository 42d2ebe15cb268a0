package doppelpass.kpi;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How much has changed so far, as one transaction sees it. The sum over everything that could touch the facts before a day
 * only ever grows, so the same sum means the same facts. {@code writing}: the transaction has changes of its own, which
 * nobody else may take for known.
 */
record Versions(Map<String, NavigableMap<LocalDate, Long>> sums, boolean writing) {
    /** The source of what touches everything. */
    static final String EVERYTHING = "";

    /** Changes per source and month, turned into running sums. */
    static Versions of(Map<String, Map<LocalDate, Long>> changes, boolean writing) {
        Map<String, NavigableMap<LocalDate, Long>> sums = new HashMap<>();
        changes.forEach((source, months) -> {
            NavigableMap<LocalDate, Long> running = new TreeMap<>();
            long sum = 0;
            for (var month : new TreeMap<>(months).entrySet()) {
                sum += month.getValue();
                running.put(month.getKey(), sum);
            }
            sums.put(source, running);
        });
        return new Versions(sums, writing);
    }

    /** The version of all facts of these sources whose month begins before the day. */
    long before(LocalDate day, Collection<String> sources) {
        long version = sum(EVERYTHING, day);
        for (String source : sources) version += sum(source, day);
        return version;
    }

    private long sum(String source, LocalDate day) {
        var months = sums.get(source);
        var latest = months == null ? null : months.lowerEntry(day);
        return latest == null ? 0 : latest.getValue();
    }
}
