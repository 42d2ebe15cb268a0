package doppelpass.leads;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The intent score with its reasons: points for what somebody did, halved every {@value #HALF_LIFE_DAYS} days. What
 * they did in the future of the given moment does not count; the score never falls below 0.
 */
public record Interest(int score, List<Part> parts) {
    public static final int HALF_LIFE_DAYS = 30;
    static final Map<String, Integer> POINTS = Map.ofEntries(
            Map.entry("demo_request", 40),
            Map.entry("price_request", 40),
            Map.entry("call_me", 40),
            Map.entry("reply", 25),
            Map.entry("webinar", 20),
            Map.entry("event", 20),
            Map.entry("pricing_page", 15),
            Map.entry("download", 10),
            Map.entry("form", 10),
            Map.entry("click", 5),
            Map.entry("visit", 2),
            Map.entry("careers_page", -20));

    /** What all touchpoints of one kind contribute today, rounded for people. */
    public record Part(String kind, int count, int points) {}

    /** Something a person did. */
    record Seen(String kind, Instant at) {}

    /** The same formula as {@link InterestTable}, for a moment of the past, as the scores stood on that day. */
    static Interest at(Instant moment, ZoneId zone, List<Seen> touchpoints) {
        LocalDate day = LocalDate.ofInstant(moment, zone);
        Map<String, List<Seen>> kinds = touchpoints.stream()
                .filter(seen -> POINTS.containsKey(seen.kind()) && !seen.at().isAfter(moment))
                .collect(Collectors.groupingBy(Seen::kind));
        return of(kinds.entrySet().stream()
                .map(kind -> new Part(kind.getKey(), kind.getValue().size(), points(kind.getValue(), day, zone)))
                .toList());
    }

    private static int points(List<Seen> sameKind, LocalDate day, ZoneId zone) {
        double points = sameKind.stream()
                .mapToDouble(seen -> {
                    long days = Math.max(0, ChronoUnit.DAYS.between(LocalDate.ofInstant(seen.at(), zone), day));
                    return Objects.requireNonNull(POINTS.get(seen.kind()))
                            * Math.pow(0.5, days / (double) HALF_LIFE_DAYS);
                })
                .sum();
        return (int) Math.floor(points + 0.5);
    }

    static Interest of(List<Part> parts) {
        List<Part> sorted = parts.stream()
                .sorted(Comparator.comparingInt(Part::points).reversed().thenComparing(Part::kind))
                .toList();
        return new Interest(Math.max(0, sorted.stream().mapToInt(Part::points).sum()), sorted);
    }
}
