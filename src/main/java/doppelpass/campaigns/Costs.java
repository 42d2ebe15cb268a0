package doppelpass.campaigns;

import doppelpass.core.Period;
import doppelpass.core.TeamFunction;
import doppelpass.database.Seeing;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What marketing and sales cost, by service period. Nothing is overwritten: a correction replaces, and both stay. */
@Component
public class Costs {
    private final CostTable table;
    private final Seeing seeing;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Costs(CostTable table, Seeing seeing, Clock clock, ApplicationEventPublisher events) {
        this.table = table;
        this.seeing = seeing;
        this.clock = clock;
        this.events = events;
    }

    public Optional<Cost> find(long id) {
        return table.find(id);
    }

    /** All costs of a campaign, also those that no longer count, in the order of their service periods. */
    public List<Cost> of(long campaign) {
        return table.of(campaign);
    }

    /** Minor units that fall into the period pro rata by days, as known at that time. */
    public long accrued(TeamFunction function, Period period, Instant knownAt) {
        return table.accrued(function, period, knownAt);
    }

    @Transactional
    public long book(NewCost cost) {
        return book(cost, null, clock.instant());
    }

    /** The id of the cost that counts instead. */
    @Transactional
    public long correct(long id, NewCost cost) {
        demandRight();
        Instant now = clock.instant();
        if (!table.end(id, now)) {
            throw Refusal.conflict("campaigns.error.replaced");
        }
        return book(cost, id, now);
    }

    @Transactional
    public void remove(long id) {
        demandRight();
        if (!table.end(id, clock.instant())) {
            throw Refusal.conflict("campaigns.error.replaced");
        }
        events.publishEvent(new CostRemoved(id));
    }

    /** Refuses whoever may not write what is booked. */
    void demandRight() {
        if (!seeing.writes("campaign", "cost")) throw Refusal.forbidden("campaigns.error.costsFixed");
    }

    private long book(NewCost cost, @org.jspecify.annotations.Nullable Long replaces, Instant now) {
        demandRight();
        cost.objection().ifPresent(key -> {
            throw Refusal.of(key);
        });
        long id = table.insert(cost, replaces, now);
        events.publishEvent(new CostBooked(id, cost));
        return id;
    }
}
