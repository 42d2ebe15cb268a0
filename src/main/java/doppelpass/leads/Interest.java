package doppelpass.leads;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The intent score with its reasons: points for what somebody did, halved every {@value #HALF_LIFE_DAYS} days. What
 * they did in the future of the given moment does not count; the score never falls below 0.
 */
public record Interest(int score, List<Part> parts) {
    public static final int HALF_LIFE_DAYS = 30;
    private static final Map<String, Integer> POINTS = Map.ofEntries(
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

    /** Something a person did. */
    public record Seen(String kind, Instant at) {}

    /** What all touchpoints of one kind contribute today, rounded for people. */
    public record Part(String kind, int count, int points) {}

    static int points(String kind) {
        return POINTS.getOrDefault(kind, 0);
    }

    public static Interest of(List<Seen> touchpoints, Instant now) {
        Map<String, List<Seen>> kinds = new LinkedHashMap<>();
        for (Seen seen : touchpoints) {
            if (points(seen.kind()) != 0 && !seen.at().isAfter(now)) {
                kinds.computeIfAbsent(seen.kind(), k -> new ArrayList<>()).add(seen);
            }
        }
        List<Part> parts = new ArrayList<>();
        kinds.forEach((kind, seen) -> parts.add(new Part(kind, seen.size(), (int)
                Math.round(seen.stream().mapToDouble(s -> worth(s, now)).sum()))));
        parts.sort(Comparator.comparingInt(Part::points).reversed().thenComparing(Part::kind));
        return new Interest(Math.max(0, parts.stream().mapToInt(Part::points).sum()), List.copyOf(parts));
    }

    private static double worth(Seen seen, Instant now) {
        double days = Duration.between(seen.at(), now).toSeconds() / 86_400.0;
        return points(seen.kind()) * Math.pow(0.5, days / HALF_LIFE_DAYS);
    }
}
