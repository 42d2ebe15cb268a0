package doppelpass.fields;

import java.util.Locale;

/** What the values of a field are; money is kept in minor units, days as ISO dates, links as ids, choices by their codes. */
public enum ValueType {
    TEXT,
    NUMBER,
    MONEY,
    DATE,
    CHOICE,
    CHOICES,
    FLAG,
    LINK,
    /** Computed from other fields each time it is read; nothing is stored. */
    FORMULA;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ValueType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean chosen() {
        return this == CHOICE || this == CHOICES;
    }
}
