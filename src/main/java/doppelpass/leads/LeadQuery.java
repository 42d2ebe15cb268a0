package doppelpass.leads;

import org.jspecify.annotations.Nullable;

/** Which leads are asked for; empty texts do not narrow. {@code running} leaves out those that ended. */
public record LeadQuery(
        String q,
        String state,
        String source,
        String channel,
        String fit,
        @Nullable Long ownerId,
        boolean running) {
    public static LeadQuery all() {
        return new LeadQuery("", "", "", "", "", null, false);
    }
}
