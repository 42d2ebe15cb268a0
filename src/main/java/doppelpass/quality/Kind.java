package doppelpass.quality;

import java.util.Locale;

/** What a check looks for; the figures of data quality are cut by it. */
public enum Kind {
    /** Something that is required is not there. */
    MISSING,
    /** Something is there that cannot be right. */
    INVALID,
    /** Nobody has looked for too long. */
    STALE,
    /** Two things that cannot both be right. */
    CONTRADICTORY,
    /** The same twice. */
    DUPLICATE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
