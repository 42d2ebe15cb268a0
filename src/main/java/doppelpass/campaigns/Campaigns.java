package doppelpass.campaigns;

import doppelpass.timeline.Origin;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Marketing's time-boxed bundles of activities, each with a goal and a budget. */
@Component
public class Campaigns {
    private final CampaignTable table;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Campaigns(CampaignTable table, Clock clock, ApplicationEventPublisher events) {
        this.table = table;
        this.clock = clock;
        this.events = events;
    }

    public Optional<Campaign> find(long id) {
        return table.find(id);
    }

    /** The running and planned ones by name, to choose from. */
    public List<Campaign> open() {
        return table.open();
    }

    @Transactional
    public long add(CampaignDetails details) {
        return add(details, clock.instant(), Origin.NONE);
    }

    /** A campaign known since {@code createdAt}, taken over from elsewhere. */
    @Transactional
    public long add(CampaignDetails details, Instant createdAt, Origin origin) {
        demand(details);
        long id = table.insert(details, createdAt, origin, clock.instant());
        events.publishEvent(new CampaignAdded(id, details));
        return id;
    }

    @Transactional
    public void change(long id, CampaignDetails details) {
        demand(details);
        CampaignDetails before = table.find(id).orElseThrow(Refusal::notFound).details();
        table.update(id, details, clock.instant());
        events.publishEvent(new CampaignChanged(id, before, details));
    }

    private static void demand(CampaignDetails details) {
        details.objection().ifPresent(key -> {
            throw Refusal.of(key);
        });
    }
}
