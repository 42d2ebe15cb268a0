package doppelpass.rules;

/** How the value of a condition is typed or chosen. */
public enum ValueInput {
    NONE,
    TEXT,
    /** Several texts, one a line. */
    LINES,
    CHOICE,
    CHOICES,
    NUMBER,
    NUMBERS,
    DAY,
    /** A number of days. */
    DAYS
}
