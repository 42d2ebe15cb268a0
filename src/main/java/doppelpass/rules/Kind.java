package doppelpass.rules;

/** The type of one value inside a rule. */
enum Kind {
    STRING,
    INT,
    DECIMAL,
    BOOL,
    TIMESTAMP,
    DATE,
    DURATION;

    boolean numeric() {
        return this == INT || this == DECIMAL;
    }

    boolean comparableWith(Kind other) {
        return this == other || (numeric() && other.numeric());
    }
}
