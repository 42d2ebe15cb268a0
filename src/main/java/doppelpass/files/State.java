package doppelpass.files;

import java.util.Locale;

/** What is known about the bytes; only the first two are handed out. */
public enum State {
    UNSCANNED,
    CLEAN,
    QUARANTINED,
    INFECTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean open() {
        return this == UNSCANNED || this == CLEAN;
    }
}
