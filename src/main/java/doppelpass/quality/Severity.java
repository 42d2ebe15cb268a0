package doppelpass.quality;

import java.util.Locale;

/** How much a finding hurts: wrong figures, work that stalls, or a gap. */
public enum Severity {
    HIGH,
    MEDIUM,
    LOW;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
