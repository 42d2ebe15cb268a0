package doppelpass.identity;

import doppelpass.core.BusinessWeek;
import doppelpass.core.MalformedText;
import java.time.Duration;

/** A business week as somebody types it: how many hours it opens, or from which character on it cannot be read. */
public record WeekReading(String text, Duration open, int wrongAt) {

    static WeekReading of(String text) {
        try {
            int minutes = BusinessWeek.parse(text).open().values().stream()
                    .flatMap(java.util.List::stream)
                    .mapToInt(hours -> hours.toMinute() - hours.fromMinute())
                    .sum();
            return new WeekReading(text, Duration.ofMinutes(minutes), -1);
        } catch (MalformedText e) {
            return new WeekReading(text, Duration.ZERO, Math.min(e.position(), text.length()));
        } catch (IllegalArgumentException e) {
            return new WeekReading(text, Duration.ZERO, 0);
        }
    }

    public boolean right() {
        return wrongAt < 0;
    }

    /** The text from the first character that is not understood. */
    public String rest() {
        return right() ? "" : text.substring(wrongAt);
    }
}
