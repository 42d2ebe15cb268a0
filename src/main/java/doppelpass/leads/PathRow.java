package doppelpass.leads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One station of a lead's way: the state it entered, when, why and by whom (nobody: a rule). */
public record PathRow(
        LeadState state,
        int cycle,
        @Nullable String reason,
        @Nullable String note,
        @Nullable Long actorId,
        @Nullable String definition,
        Instant at,
        boolean corrected) {

    /** Whether another system had it so before its data came here: nobody here gave a reason. */
    public boolean imported() {
        return "import".equals(reason);
    }
}
