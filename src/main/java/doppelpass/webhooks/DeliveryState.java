package doppelpass.webhooks;

import java.util.Locale;

/** Where a delivery stands; what waits is sent at its time. */
public enum DeliveryState {
    WAITING,
    DELIVERED,
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String tone() {
        return switch (this) {
            case WAITING -> "watch";
            case DELIVERED -> "good";
            case FAILED -> "bad";
        };
    }

    static DeliveryState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
