package doppelpass.timeline;

import org.jspecify.annotations.Nullable;

/** Where an imported entry came from; the same source id of the same system is taken once. */
public record Origin(
        @Nullable Long importId,
        @Nullable String system,
        @Nullable String id) {
    public static final Origin NONE = new Origin(null, null, null);
}
