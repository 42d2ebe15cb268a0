package doppelpass.timeline;

import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything our people did and noted. */
@Component
public class Activities {
    /** Clocks of devices differ a little; beyond that only plans lie in the future. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final ActivityTable table;
    private final Naming naming;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Activities(ActivityTable table, Naming naming, Clock clock, ApplicationEventPublisher events) {
        this.table = table;
        this.naming = naming;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public long log(NewActivity activity) {
        boolean ahead = activity.occurredAt().isAfter(clock.instant().plus(CLOCKS_DIFFER));
        if (ahead && activity.outcome() != NewActivity.Outcome.PLANNED) {
            throw Refusal.of("timeline.error.future");
        }
        if (!naming.know(activity.about().subjects())) {
            throw Refusal.notFound();
        }
        long id = table.insert(activity);
        events.publishEvent(new ActivityLogged(id, activity));
        return id;
    }

    /** The same, and a task for later with it; both or neither. */
    @Transactional
    long log(NewActivity activity, FollowUpAsked followUp) {
        long id = log(activity);
        events.publishEvent(followUp);
        return id;
    }

    /** History from elsewhere, in bulk and without announcing it; what is here already is left out. Returns how many. */
    @Transactional
    public int logHistory(List<NewActivity> activities) {
        return table.insertHistory(activities);
    }

    /** The same for what our own people wrote down so long after it happened. */
    @Transactional
    public int logHistory(List<NewActivity> activities, Duration afterwards) {
        return table.insertHistory(activities, afterwards);
    }
}
