package doppelpass.leads;

import org.jspecify.annotations.Nullable;

/** What a pass to sales says: why now, to which team (empty: routing chooses), under which definition of the MQL. */
public record Offer(
        String trigger, @Nullable Long teamId, @Nullable String definition) {
    public static Offer because(String trigger) {
        return new Offer(trigger, null, null);
    }
}
