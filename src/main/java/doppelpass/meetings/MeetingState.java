package doppelpass.meetings;

import java.util.Locale;

/** From the first date in the calendar to minutes that both teams confirmed. */
public enum MeetingState {
    PLANNED,
    PUBLISHED,
    RUNNING,
    DRAFTED,
    CONFIRMED,
    CANCELLED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MeetingState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The agenda can still be changed. */
    public boolean ahead() {
        return this == PLANNED || this == PUBLISHED;
    }

    /** What was said can still be written down. */
    public boolean open() {
        return this == RUNNING || this == DRAFTED;
    }

    public String tone() {
        return switch (this) {
            case PLANNED -> "";
            case PUBLISHED, CONFIRMED -> "good";
            case RUNNING, DRAFTED -> "watch";
            case CANCELLED -> "bad";
        };
    }
}
