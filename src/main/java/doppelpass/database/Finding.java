package doppelpass.database;

/** One answer of the doctor: what was looked at, how it stands, and what to do if it does not stand well. */
record Finding(String subject, State state, String text) {
    /** {@code WATCH} asks for attention, {@code WRONG} makes the examination fail. */
    enum State {
        GOOD,
        WATCH,
        WRONG
    }

    static Finding good(String subject, String text) {
        return new Finding(subject, State.GOOD, text);
    }

    static Finding watch(String subject, String text) {
        return new Finding(subject, State.WATCH, text);
    }

    static Finding wrong(String subject, String text) {
        return new Finding(subject, State.WRONG, text);
    }
}
