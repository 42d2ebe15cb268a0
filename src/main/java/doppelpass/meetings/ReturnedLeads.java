package doppelpass.meetings;

import doppelpass.meetings.plug.AgendaSource;
import doppelpass.meetings.plug.Fact;
import doppelpass.meetings.plug.Occasion;
import doppelpass.meetings.plug.Text;
import doppelpass.meetings.plug.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * A3: a reason sends back more than a fifth of all decided passes since the last meeting, or half as many again as in
 * the mean of the four weeks before; a handful of leads is no pattern.
 */
@Component
class ReturnedLeads implements AgendaSource {
    private static final double SHARE = 0.2;
    private static final double RISE = 1.5;
    private static final int PATTERN = 3;
    private static final int SHOWN = 3;
    private static final int MINUTES = 5;
    private static final Duration BEFORE = Duration.ofDays(28);

    private final PassTable passes;

    ReturnedLeads(PassTable passes) {
        this.passes = passes;
    }

    @Override
    public List<Topic> topics(Occasion occasion) {
        Instant since = occasion.since();
        int decided = passes.decided(since, occasion.now());
        Map<String, Integer> now = passes.returned(since, occasion.now());
        Map<String, Integer> before = passes.returned(since.minus(BEFORE), since);
        double spans = (double) BEFORE.toSeconds()
                / Math.max(1, Duration.between(since, occasion.now()).toSeconds());
        boolean striking = now.entrySet().stream()
                .anyMatch(r -> striking(r.getValue(), decided, before.getOrDefault(r.getKey(), 0) / spans));
        if (!striking) return List.of();
        int all = now.values().stream().mapToInt(Integer::intValue).sum();
        String top = now.keySet().iterator().next();
        return List.of(new Topic(
                "A3",
                "returns-" + top,
                Text.of("meetings.A3"),
                Text.of("meetings.A3.remark", all, decided),
                Topic.Tone.WATCH,
                "marketing",
                MINUTES,
                0,
                2,
                0,
                "/hand-overs/feedback",
                now.entrySet().stream().limit(SHOWN).map(ReturnedLeads::fact).toList()));
    }

    /** {@code usual} is what the weeks before would have brought in a span of the same length. */
    static boolean striking(int count, int decided, double usual) {
        return count >= PATTERN && (count > SHARE * decided || usual > 0 && count >= RISE * usual);
    }

    private static Fact fact(Map.Entry<String, Integer> reason) {
        return new Fact(
                Text.of("leads.reason." + reason.getKey()), Text.of("meetings.number", reason.getValue()), Text.NONE);
    }
}
