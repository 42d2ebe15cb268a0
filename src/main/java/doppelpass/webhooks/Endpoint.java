package doppelpass.webhooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A system that is told what happens to records of these lists, as far as the person sees them who last said where it is.
 *
 * @param stoppedFor why we stopped it: {@code gone}, {@code failing}, {@code person}
 * @param failingSince since when every attempt failed
 */
public record Endpoint(
        long id,
        long personId,
        String personName,
        String name,
        String url,
        List<String> lists,
        List<String> events,
        EndpointState state,
        @Nullable String stoppedFor,
        @Nullable Instant failingSince,
        @Nullable Instant oldUntil) {
    /** What can happen to a record. */
    public static final List<String> EVENTS = List.of("created", "changed", "deleted");

    public Endpoint {
        lists = List.copyOf(lists);
        events = List.copyOf(events);
    }

    public boolean active() {
        return state == EndpointState.ACTIVE;
    }

    /** {@code type} such as {@code deal.changed}. */
    boolean hears(String type) {
        return events.contains(type.substring(type.indexOf('.') + 1));
    }
}
