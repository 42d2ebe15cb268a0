package doppelpass.timeline;

import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything our people did and noted. */
@Component
public class Activities {
    private final ActivityTable table;
    private final Naming naming;
    private final Circle circle;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<MoreFacts> more;

    Activities(
            ActivityTable table,
            Naming naming,
            Circle circle,
            Clock clock,
            ApplicationEventPublisher events,
            ObjectProvider<MoreFacts> more) {
        this.table = table;
        this.naming = naming;
        this.circle = circle;
        this.clock = clock;
        this.events = events;
        this.more = more;
    }

    @Transactional
    public long log(NewActivity activity) {
        return log(activity, id -> {});
    }

    /** As a form sent it, with what else is asked for; whoever hears of it finds that already. */
    @Transactional
    long log(NewActivity activity, Map<String, String> sent) {
        return log(activity, id -> more.forEach(plug -> plug.keep(id, sent)));
    }

    /** The same, and a task for later with it; both or neither. */
    @Transactional
    long log(NewActivity activity, Map<String, String> sent, FollowUpAsked followUp) {
        long id = log(activity, sent);
        events.publishEvent(followUp);
        return id;
    }

    /** What is said about a deal or lead is said about their contact and company too. */
    private long log(NewActivity said, LongConsumer keep) {
        if (said.happened() && said.aheadOf(clock.instant())) {
            throw Refusal.of("timeline.error.future");
        }
        if (!naming.know(said.about().subjects())) {
            throw Refusal.notFound();
        }
        NewActivity activity = said.about(circle.complete(said.about()));
        long id = table.insert(activity);
        keep.accept(id);
        events.publishEvent(new ActivityLogged(id, activity, said.about()));
        return id;
    }

    /** Refuses one that lacks what it must have. */
    @Transactional(readOnly = true)
    void complete(long id) {
        more.forEach(plug -> plug.complete(id));
    }

    /** What these are about. */
    @Transactional(readOnly = true)
    public List<About> about(Collection<Long> ids) {
        return table.about(ids);
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
