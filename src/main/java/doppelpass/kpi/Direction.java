package doppelpass.kpi;

/** Which way is better. */
public enum Direction {
    HIGHER,
    LOWER,
    BAND
}
