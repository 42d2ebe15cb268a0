package doppelpass.leads;

import doppelpass.database.Actor;
import java.time.Clock;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ticks once a minute while the server runs; several servers do not get into each other's way. */
@Component
@Profile("!console")
class EscalationClock {
    private final Escalations escalations;
    private final Clock clock;

    EscalationClock(Escalations escalations, Clock clock) {
        this.escalations = escalations;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void tick() {
        Actor.automation("leads.escalation").during(() -> escalations.tick(clock.instant()));
    }
}
