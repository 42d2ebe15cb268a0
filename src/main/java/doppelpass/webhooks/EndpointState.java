package doppelpass.webhooks;

import java.util.Locale;

/** Paused by a person, who lets it go on; stopped by us, because nobody takes what is sent. */
public enum EndpointState {
    ACTIVE,
    PAUSED,
    STOPPED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String tone() {
        return switch (this) {
            case ACTIVE -> "good";
            case PAUSED -> "watch";
            case STOPPED -> "bad";
        };
    }

    static EndpointState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
