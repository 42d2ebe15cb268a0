package doppelpass.lists.plug;

/** What a value is to programs, whatever a page shows of it. */
public enum Kind {
    TEXT,
    NUMBER,
    /** Major units of the organisation's currency, a point before the decimals. */
    MONEY,
    /** {@code 2026-06-03} */
    DAY,
    /** {@code 2026-06-03T14:20:00Z} */
    MOMENT,
    CHOICE,
    FLAG,
    /** Another record: {@code #7}. */
    LINK,
    /** Several short texts, commas between them. */
    TEXTS
}
