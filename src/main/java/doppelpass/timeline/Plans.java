package doppelpass.timeline;

import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is still to come, and what became of it. */
@Component
public class Plans {
    private final PlanTable table;
    private final Owned owned;
    private final Organisations organisations;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Plans(PlanTable table, Owned owned, Organisations organisations, Clock clock, ApplicationEventPublisher events) {
        this.table = table;
        this.owned = owned;
        this.organisations = organisations;
        this.clock = clock;
        this.events = events;
    }

    /** The calls and meetings somebody means to have until the end of that day, and those of which nobody said what became of them. */
    @Transactional(readOnly = true)
    public List<Plan> of(Person me, LocalDate until) {
        return table.of(
                me.id(),
                until.plusDays(1).atStartOfDay(organisations.get().zone()).toInstant());
    }

    /** It was held, or fell through; what happened earlier than it was planned happened now. */
    @Transactional
    public Plan.Was settle(long id, String end, Person by) {
        NewActivity plan = planned(id, by);
        if (!Plan.ends(plan.kind().code()).contains(end)) throw Refusal.of("timeline.error.end");
        NewActivity.Outcome outcome = NewActivity.Outcome.valueOf(end.toUpperCase(Locale.ROOT));
        Instant now = clock.instant();
        boolean early =
                outcome != NewActivity.Outcome.CANCELLED && plan.occurredAt().isAfter(now);
        table.settle(id, outcome, early ? now : plan.occurredAt(), now);
        events.publishEvent(new ActivityChanged(id, owned.get(id, by)));
        return new Plan.Was(id, plan.occurredAt());
    }

    /** To another time, as the clocks of the organisation say it. */
    @Transactional
    public Plan.Was move(long id, String to, Person by) {
        NewActivity plan = planned(id, by);
        Instant at = when(to);
        if (at.isBefore(clock.instant())) throw Refusal.of("timeline.error.movedBack");
        table.settle(id, NewActivity.Outcome.PLANNED, at, clock.instant());
        return new Plan.Was(id, plan.occurredAt());
    }

    /** A plan again, at the time it had. */
    @Transactional
    public void reopen(Plan.Was was, Person by) {
        owned.get(was.id(), by);
        table.settle(was.id(), NewActivity.Outcome.PLANNED, was.at(), clock.instant());
    }

    private NewActivity planned(long id, Person by) {
        NewActivity plan = owned.get(id, by);
        if (plan.outcome() != NewActivity.Outcome.PLANNED) throw Refusal.conflict("timeline.error.settled");
        return plan;
    }

    private Instant when(String typed) {
        try {
            return LocalDateTime.parse(typed.strip())
                    .atZone(organisations.get().zone())
                    .toInstant();
        } catch (DateTimeException nonsense) {
            throw Refusal.of("timeline.error.when");
        }
    }
}
