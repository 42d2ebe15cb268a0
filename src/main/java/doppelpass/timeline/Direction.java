package doppelpass.timeline;

import java.util.Locale;

/** From them to us, or from us to them. */
public enum Direction {
    IN,
    OUT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
