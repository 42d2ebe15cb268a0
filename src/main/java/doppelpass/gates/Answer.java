package doppelpass.gates;

import doppelpass.web.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an item of a checklist: yes, no or unknown; from whom and since when, and on what evidence: an entry of
 * the timeline or words of one's own.
 */
public record Answer(
        String item,
        Value value,
        @Nullable String note,
        @Nullable Long activityId,
        @Nullable String activity,
        @Nullable String person,
        Instant at) {
    static final int LONGEST = 1_000;

    /** The codes are the ones stored in the database. */
    public enum Value {
        YES,
        NO,
        UNKNOWN;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Value of(String code) {
            return switch (code) {
                case "yes" -> YES;
                case "no" -> NO;
                case "unknown" -> UNKNOWN;
                default -> throw Refusal.of("gates.error.value");
            };
        }
    }

    static boolean yes(@Nullable Answer answer) {
        return answer != null && answer.value == Value.YES;
    }
}
