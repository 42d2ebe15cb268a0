package doppelpass.meetings;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something exactly one person promised to do by a day. */
public record Action(
        long id,
        @Nullable Long meetingId,
        String text,
        long ownerId,
        String ownerName,
        String ownerFunction,
        LocalDate dueOn,
        String kpi,
        String effect,
        @Nullable Instant doneAt,
        String result) {

    public boolean done() {
        return doneAt != null;
    }

    public boolean overdueOn(LocalDate day) {
        return !done() && dueOn.isBefore(day);
    }
}
