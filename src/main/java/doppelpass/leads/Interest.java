package doppelpass.leads;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

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

    static Interest of(List<Part> parts) {
        List<Part> sorted = parts.stream()
                .sorted(Comparator.comparingInt(Part::points).reversed().thenComparing(Part::kind))
                .toList();
        return new Interest(Math.max(0, sorted.stream().mapToInt(Part::points).sum()), sorted);
    }
}
