package doppelpass.deals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether an open deal has gone stale: its close date is over, or nothing happened for 1.5 times the usual stay in its stage. */
public enum Rest {
    NONE,
    OVERDUE,
    IDLE;

    static Rest of(
            @Nullable LocalDate expectedClose,
            Instant touched,
            @Nullable Duration medianStay,
            Instant now,
            LocalDate today) {
        if (expectedClose != null && expectedClose.isBefore(today)) {
            return OVERDUE;
        }
        boolean idle = medianStay != null
                && Duration.between(touched, now)
                                .compareTo(medianStay.multipliedBy(3).dividedBy(2))
                        > 0;
        return idle ? IDLE : NONE;
    }
}
