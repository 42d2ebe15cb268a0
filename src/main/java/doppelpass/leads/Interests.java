package doppelpass.leads;

import doppelpass.identity.OrganisationFounded;
import doppelpass.identity.Organisations;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Scores of interest. They fade by whole days, and all of them stand as of the same day: rules, lists and pages agree at any
 * time, also in the minutes after midnight before {@link InterestNight} has moved the day on.
 */
@Component
public class Interests {
    private final InterestTable table;
    private final Organisations organisations;
    private final Clock clock;

    Interests(InterestTable table, Organisations organisations, Clock clock) {
        this.table = table;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Interest of(long contactId, Instant now) {
        return table.of(contactId, table.day().orElseGet(() -> dayOf(now)), zone(), now);
    }

    /** Keeps the night out until the caller's transaction ends, so that what it stores is of the day it read. */
    @Transactional
    public void hold() {
        table.heldDay();
    }

    /** All scores as of this day, in one step that nobody sees half done; how many changed. */
    @Transactional
    public int decay(Instant now) {
        return table.decay(dayOf(now), zone(), now);
    }

    @EventListener
    void on(OrganisationFounded founded) {
        table.begin(LocalDate.ofInstant(clock.instant(), founded.organisation().zone()));
    }

    private LocalDate dayOf(Instant now) {
        return LocalDate.ofInstant(now, zone());
    }

    private ZoneId zone() {
        return organisations.get().zone();
    }
}
