package doppelpass.timeline;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every dated interaction between a person or company and us. */
@Component
public class Touchpoints {
    private final TouchpointTable table;
    private final ApplicationEventPublisher events;

    Touchpoints(TouchpointTable table, ApplicationEventPublisher events) {
        this.table = table;
        this.events = events;
    }

    /** The id of the new touchpoint, or of the earlier one that this repeats within half an hour. */
    @Transactional
    public long record(NewTouchpoint touchpoint) {
        Optional<Long> repeated = table.repeated(touchpoint);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        long id = table.insert(touchpoint);
        events.publishEvent(new TouchpointRecorded(id, touchpoint));
        return id;
    }

    /** Our own website's and mailings' touchpoints of earlier days, in bulk and without announcing them. */
    @Transactional
    public int recordOwn(List<NewTouchpoint> touchpoints) {
        return table.insertOwn(touchpoints);
    }

    /** History from elsewhere, in bulk and without announcing it; what is here already is left out. Returns how many. */
    @Transactional
    public int recordHistory(List<NewTouchpoint> touchpoints) {
        return table.insertHistory(touchpoints);
    }
}
