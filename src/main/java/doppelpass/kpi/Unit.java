package doppelpass.kpi;

/** What a value is counted in: money in minor units, percentages as shares from 0 to 1. */
public enum Unit {
    MONEY,
    COUNT,
    PERCENT,
    DAYS,
    HOURS,
    RATIO;

    /** Whether the months of a year add up to the year. */
    public boolean additive() {
        return this == MONEY || this == COUNT;
    }

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
