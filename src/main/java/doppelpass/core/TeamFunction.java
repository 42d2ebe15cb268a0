package doppelpass.core;

import java.util.Locale;

/** What a team or person does in the company. The codes are the ones stored in the database. */
public enum TeamFunction {
    MARKETING,
    SALES,
    SERVICE,
    LEADERSHIP,
    CONTROLLING,
    ADMINISTRATION,
    WORKS_COUNCIL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TeamFunction of(String code) {
        for (TeamFunction function : values()) {
            if (function.code().equals(code)) return function;
        }
        throw new IllegalArgumentException("Unknown team function: " + code);
    }
}
