package doppelpass.rules;

/** A limit on everything, so that no rule can exhaust the database, the stack or the reader. */
final class Limits {
    static final int TEXT_CHARS = 4_000;
    static final int DEPTH = 50;
    /** Nodes of the tree, those of the terms it uses included. */
    static final int NODES = 2_000;

    static final int LIST_ELEMENTS = 500;
    /** {@code exists} within {@code exists}: cost grows with the power. */
    static final int NESTED_LISTS = 3;

    static final int TERM_DEPTH = 10;
    static final int PATTERN_CHARS = 200;
    static final int SHIFT_DAYS = 36_525;
    static final int PROBLEMS = 20;

    private Limits() {}
}
