package doppelpass.deals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Those who take part in the purchase decision of a deal. */
public record BuyingCenter(List<Participant> people) {
    static final int ENOUGH = 3;
    static final Duration LATELY = Duration.ofDays(60);

    public boolean enough() {
        return people.size() >= ENOUGH;
    }

    public boolean decider() {
        return people.stream().anyMatch(one -> one.role() == BuyingRole.DECIDER);
    }

    /** Whether a decider came to us by himself lately. */
    public boolean heardAt(Instant now) {
        return people.stream()
                .filter(one -> one.role() == BuyingRole.DECIDER)
                .anyMatch(one -> one.heardAt() != null && !one.heardAt().isBefore(now.minus(LATELY)));
    }

    /** At least three people, among them a decider who was heard of in the last 60 days. */
    public boolean coveredAt(Instant now) {
        return enough() && heardAt(now);
    }
}
