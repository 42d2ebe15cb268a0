package doppelpass.mail;

import java.util.Locale;

/**
 * Where a mail stands. {@code ACCEPTED} means the server took it, not that somebody read it; {@code UNKNOWN} that the
 * connection broke after the text was handed over, so it may or may not arrive.
 */
public enum MailState {
    NEW,
    SENDING,
    ACCEPTED,
    DEFERRED,
    FAILED,
    UNKNOWN,
    EXPIRED,
    NOT_CONFIGURED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MailState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** An administrator may try it once more. */
    public boolean repeatable() {
        return this == FAILED || this == UNKNOWN || this == NOT_CONFIGURED;
    }

    public String tone() {
        return switch (this) {
            case ACCEPTED -> "good";
            case FAILED, EXPIRED -> "bad";
            case DEFERRED, UNKNOWN, NOT_CONFIGURED -> "watch";
            case NEW, SENDING -> "";
        };
    }
}
