package doppelpass.rules;

import org.jooq.Comparator;

/** The six comparisons. */
enum Comparison {
    EQ(Comparator.EQUALS),
    NE(Comparator.NOT_EQUALS),
    LT(Comparator.LESS),
    LE(Comparator.LESS_OR_EQUAL),
    GT(Comparator.GREATER),
    GE(Comparator.GREATER_OR_EQUAL);

    private final Comparator sql;

    Comparison(Comparator sql) {
        this.sql = sql;
    }

    Comparator sql() {
        return sql;
    }

    boolean ordering() {
        return this != EQ && this != NE;
    }

    /** Whether an order (negative, zero, positive) satisfies this comparison. */
    boolean holds(int order) {
        return switch (this) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
        };
    }

    /** The comparison with its sides exchanged. */
    Comparison mirrored() {
        return switch (this) {
            case EQ, NE -> this;
            case LT -> GT;
            case LE -> GE;
            case GT -> LT;
            case GE -> LE;
        };
    }
}
