package doppelpass.deals;

import java.util.Locale;

/** New business, more for a customer, or again for a customer. */
public enum DealType {
    NEW,
    EXPANSION,
    RENEWAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DealType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
