package doppelpass.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Rewrites that keep the meaning and let the database use its indexes. */
final class Simplified {
    private Simplified() {}

    static Truth compare(Comparison comparison, Value left, Value right) {
        if (left.fixed() && !right.fixed()) return compare(comparison.mirrored(), right, left);
        if (left instanceof Value.Shift(Value base, Duration by) && !base.fixed())
            return compare(comparison, base, shift(right, by.negated()));
        if (left instanceof Value.Count(Items.Related items) && right instanceof Value.Constant(Kind kind, Long number))
            return count(comparison, left, right, items, number);
        return new Truth.Compare(comparison, left, right);
    }

    /** A time or day moved on; moves add up, constants move at once. */
    static Value shift(Value base, Duration by) {
        return switch (base) {
            case Value.Shift(Value inner, Duration before) -> shift(inner, before.plus(by));
            case Value.Constant(Kind kind, Instant time) -> new Value.Constant(kind, time.plus(by));
            case Value.Constant(Kind kind, LocalDate day) -> new Value.Constant(kind, day.plusDays(by.toDays()));
            default -> by.isZero() ? base : new Value.Shift(base, by);
        };
    }

    /** Whether there is any needs no counting. */
    private static Truth count(Comparison comparison, Value left, Value right, Items items, long number) {
        boolean any = (number == 0 && (comparison == Comparison.GT || comparison == Comparison.NE))
                || (number == 1 && comparison == Comparison.GE);
        boolean none = (number == 0 && (comparison == Comparison.LE || comparison == Comparison.EQ))
                || (number == 1 && comparison == Comparison.LT);
        Truth some = new Truth.Quantified(Truth.Quantifier.SOME, items, Truth.ALWAYS);
        if (any) return some;
        return none ? new Truth.Not(some) : new Truth.Compare(comparison, left, right);
    }
}
