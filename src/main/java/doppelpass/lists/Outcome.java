package doppelpass.lists;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record of a bulk.
 *
 * @param before what it had and {@code after} what it has; null where it was not written
 * @param reason why it stayed as it was, in words; null where nothing was refused
 */
record Outcome(
        What what,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason) {
    enum What {
        CHANGED,
        SAME,
        REFUSED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final Outcome SAME = new Outcome(What.SAME, null, null, null);

    static Outcome refused(String reason) {
        return new Outcome(What.REFUSED, null, null, reason);
    }

    /** Written; a value that reads as before, such as a name in other spaces, changed nothing. */
    static Outcome written(String before, String after) {
        return new Outcome(before.equals(after) ? What.SAME : What.CHANGED, before, after, null);
    }
}
