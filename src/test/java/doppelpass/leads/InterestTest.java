package doppelpass.leads;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.leads.Interest.Part;
import doppelpass.leads.Interest.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterestTest {
    private static final Instant NOW = Instant.parse("2026-06-02T08:00:00Z");

    @Test
    void theScoreIsTheSumOfItsReasons() {
        Interest interest = Interest.of(
                List.of(
                        seen("pricing_page", 0),
                        seen("pricing_page", 0),
                        seen("pricing_page", 0),
                        seen("reply", 0),
                        seen("download", 0)),
                NOW);
        assertThat(interest.parts())
                .containsExactly(
                        new Part("pricing_page", 3, 45), new Part("reply", 1, 25), new Part("download", 1, 10));
        assertThat(interest.score()).isEqualTo(80);
    }

    @Test
    void thirtyDaysHalveAndSixtyQuarter() {
        assertThat(Interest.of(List.of(seen("demo_request", 30)), NOW).score()).isEqualTo(20);
        assertThat(Interest.of(List.of(seen("demo_request", 60)), NOW).score()).isEqualTo(10);
        // 40 × 2^(−15/30) = 28.28
        assertThat(Interest.of(List.of(seen("demo_request", 15)), NOW).score()).isEqualTo(28);
    }

    @Test
    void lookingForAJobIsNoInterestInBuying() {
        assertThat(Interest.of(List.of(seen("download", 0), seen("careers_page", 0)), NOW))
                .isEqualTo(new Interest(0, List.of(new Part("download", 1, 10), new Part("careers_page", 1, -20))));
    }

    @Test
    void unknownKindsAndTheFutureDoNotCount() {
        assertThat(Interest.of(List.of(seen("open", 0), seen("reply", -1)), NOW))
                .isEqualTo(new Interest(0, List.of()));
    }

    private static Seen seen(String kind, int daysAgo) {
        return new Seen(kind, NOW.minus(Duration.ofDays(daysAgo)));
    }
}
