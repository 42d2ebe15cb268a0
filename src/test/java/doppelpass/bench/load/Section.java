package doppelpass.bench.load;

import doppelpass.bench.Computer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** The part of {@code docs/benchmarks.md} that tells of the load test. */
record Section(
        LocalDate day,
        Computer computer,
        Settings settings,
        Tally tally,
        Work work,
        Jvm.Need idle,
        String under,
        Jvm.Need after) {

    /** Seconds of processor time of the product's JVM and of the sender, and requests a second. */
    record Work(double product, double sender, double perSecond) {}

    String text() {
        List<String> rows = new ArrayList<>();
        tally.kinds().forEach(kind -> rows.add(row(kind, tally.times(kind), tally.failed(kind))));
        rows.add(row("all", tally.all(), tally.failed()));
        return """
            ## Load
            Written by `./doppelpass bench load` on %s. Machine: %s; the sender and PostgreSQL run on it too.

            %s requests a second for %s minutes, %,d contacts, as many leads, twenty people, two of whom see %s.

            | kind of request | requests | errors | p50 | p95 | p99 | longest |
            |---|---:|---:|---:|---:|---:|---:|
            %s

            | minute | requests | p50 | p95 | longest |
            |---:|---:|---:|---:|---:|
            %s

            - reached: %.1f requests a second, from the first due to the last answered
            - the sender was late by at most %s, p99 %s
            - processor time a request: %.1f ms in the product's JVM, %.1f ms in the sender
            - it needs, idle: %s
            - under load: %s
            - afterwards: %s
            """.formatted(
                        day,
                        computer.words(),
                        number(settings.perSecond()),
                        number(settings.time().toMillis() / 60_000d),
                        settings.contacts(),
                        settings.sight().equals("all") ? "everything too" : "only their " + settings.sight(),
                        rows.stream().collect(Collectors.joining("\n")),
                        course(),
                        work.perSecond(),
                        millis(tally.lag().getMaxValue()),
                        millis(tally.lag().getValueAtPercentile(99)),
                        work.product() * 1000 / tally.all().getTotalCount(),
                        work.sender() * 1000 / tally.all().getTotalCount(),
                        idle.words(),
                        under,
                        after.words());
    }

    private String course() {
        List<Histogram> minutes = tally.minutes();
        return IntStream.range(0, minutes.size())
                .mapToObj(minute -> String.format(
                        Locale.ENGLISH,
                        "| %d | %,d | %s | %s | %s |",
                        minute + 1,
                        minutes.get(minute).getTotalCount(),
                        millis(minutes.get(minute).getValueAtPercentile(50)),
                        millis(minutes.get(minute).getValueAtPercentile(95)),
                        millis(minutes.get(minute).getMaxValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String row(String kind, Histogram times, long failed) {
        return String.format(
                Locale.ENGLISH,
                "| %s | %,d | %,d | %s | %s | %s | %s |",
                kind,
                times.getTotalCount(),
                failed,
                millis(times.getValueAtPercentile(50)),
                millis(times.getValueAtPercentile(95)),
                millis(times.getValueAtPercentile(99)),
                millis(times.getMaxValue()));
    }

    private static String millis(long micros) {
        return String.format(Locale.ENGLISH, "%,.1f ms", micros / 1000d);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
