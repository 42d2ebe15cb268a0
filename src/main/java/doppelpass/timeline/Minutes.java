package doppelpass.timeline;

import doppelpass.web.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long something took, as people type it. */
final class Minutes {
    private static final int MOST = 1440;

    private Minutes() {}

    /** Null where nothing was typed. */
    static @Nullable Duration read(@Nullable String typed) {
        String minutes = typed == null ? "" : typed.strip();
        if (minutes.isEmpty()) return null;
        if (!minutes.matches("\\d{1,4}") || Integer.parseInt(minutes) > MOST)
            throw Refusal.of("timeline.error.minutes");
        return Duration.ofMinutes(Integer.parseInt(minutes));
    }
}
