package doppelpass.reach;

import java.util.Locale;

/** How much of a kind of record a function sees. A department is all teams of one function. */
public enum Extent {
    OWN,
    TEAM,
    DEPARTMENT,
    ALL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
