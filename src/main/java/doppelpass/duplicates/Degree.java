package doppelpass.duplicates;

/** How alike two values are: the same, one slip of the keyboard apart, much alike, partly alike, different. */
public enum Degree {
    SAME,
    TYPO,
    CLOSE,
    PART,
    OTHER;

    static final int COUNT = values().length;
}
