package doppelpass.deals;

import doppelpass.leads.TeamPasses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A win is handed on to service with what was promised, from the moment it is recorded. A win typed in weeks later is
 * history: its customer was taken over long ago.
 */
@Component
class OnboardingOfWins {
    private static final Duration FRESH = Duration.ofDays(14);

    private final DealTable table;
    private final TeamPasses passes;
    private final Clock clock;

    OnboardingOfWins(DealTable table, TeamPasses passes, Clock clock) {
        this.table = table;
        this.passes = passes;
        this.clock = clock;
    }

    @EventListener
    void on(DealWon event) {
        Instant now = clock.instant();
        if (event.at().plus(FRESH).isBefore(now)) return;
        table.find(event.dealId())
                .ifPresent(deal ->
                        passes.onboard(deal.about(), deal.details().name(), event.promised(), event.actorId(), now));
    }

    @EventListener
    void on(DealReopened event) {
        passes.withdrawOnboarding(event.dealId(), clock.instant());
    }
}
