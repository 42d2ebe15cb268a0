package doppelpass.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads one test of a field about a given record as the condition that writes the same test. */
final class ConditionReader {
    private static final Map<Operator, Operator> NEGATED = Map.of(
            Operator.IS, Operator.IS_NOT,
            Operator.ONE_OF, Operator.NONE_OF,
            Operator.FILLED, Operator.EMPTY,
            Operator.PRESENT, Operator.ABSENT,
            Operator.YES, Operator.NOT_YES,
            Operator.HAS, Operator.HAS_NOT);

    private ConditionReader() {}

    static Optional<Sketch.Condition> condition(Truth truth, Variable about) {
        return switch (truth) {
            case Truth.Not(Truth inner) -> negated(inner, about);
            case Truth.Compare compare -> compared(compare, about);
            case Truth.OneOf(Value.Column column, List<Value> options) -> oneOf(column, options, about);
            case Truth.Flag(Value.Column column) -> of(column, Operator.YES, about);
            case Truth.HasPart part -> part(part, about);
            case Truth.Present(Value.Column column) -> of(column, Operator.PRESENT, about);
            case Truth.Among(Value.Constant(Kind kind, String text), Items.Texts list)
            when list.filter() == null ->
                text.isEmpty() ? Optional.empty() : of(list.column(), Operator.HAS, about, text);
            case Truth.Quantified(Truth.Quantifier how, Items.Texts list, Truth.Fixed(boolean holds))
            when how == Truth.Quantifier.SOME && holds && list.filter() == null ->
                of(list.column(), Operator.PRESENT, about);
            default -> Optional.empty();
        };
    }

    /** Two tests that one condition asks together. */
    static Optional<Sketch.Condition> pair(Truth first, Truth second, Variable about) {
        if (!(first instanceof Truth.Compare(Comparison from, Value.Column column, Value low))
                || !(second instanceof Truth.Compare(Comparison to, Value.Column again, Value high))
                || from != Comparison.GE
                || to != Comparison.LE
                || !column.path().equals(again.path())
                || !column.field().name().equals(again.field().name())) return Optional.empty();
        if (low instanceof Value.Constant least
                && high instanceof Value.Constant most
                && least.kind().numeric()) return of(column, Operator.BETWEEN, about, number(least), number(most));
        OptionalLong days = daysAhead(high);
        boolean fromNow = daysAhead(low).orElse(-1) == 0 && days.orElse(-1) >= 0;
        return fromNow ? of(column, Operator.NEXT_DAYS, about, Long.toString(days.getAsLong())) : Optional.empty();
    }

    private static Optional<Sketch.Condition> negated(Truth inner, Variable about) {
        return condition(inner, about)
                .filter(positive -> NEGATED.containsKey(positive.operator()))
                .map(positive -> new Sketch.Condition(
                        positive.path(),
                        NEGATED.getOrDefault(positive.operator(), positive.operator()),
                        positive.values()));
    }

    private static Optional<Sketch.Condition> compared(Truth.Compare compare, Variable about) {
        return switch (compare.left()) {
            case Value.Column column
            when compare.right() instanceof Value.Constant constant ->
                constant(compare.comparison(), column, constant, about);
            case Value.Column column -> moment(compare.comparison(), column, compare.right(), about);
            case Value.DayOf(Value.Column column, ZoneId zone) ->
                day(compare.comparison(), column, compare.right(), about);
            default -> Optional.empty();
        };
    }

    private static Optional<Sketch.Condition> constant(
            Comparison how, Value.Column column, Value.Constant constant, Variable about) {
        boolean equal = how == Comparison.EQ;
        if (constant.kind().numeric()) return of(column, Operator.valueOf(how.name()), about, number(constant));
        if (constant.kind() == Kind.DATE) return day(how, column, constant, about);
        if (how.ordering()) return Optional.empty();
        return switch (constant.value()) {
            case Boolean flag -> of(column, flag == equal ? Operator.YES : Operator.NO, about);
            case String text when text.isEmpty() -> equal ? Optional.empty() : of(column, Operator.FILLED, about);
            case String text -> of(column, equal ? Operator.IS : Operator.OTHER, about, text);
            default -> Optional.empty();
        };
    }

    private static Optional<Sketch.Condition> day(Comparison how, Value.Column column, Value other, Variable about) {
        if (other instanceof Value.DayOf(Value.Now now, ZoneId zone) && how == Comparison.EQ)
            return of(column, Operator.TODAY, about);
        if (!(other instanceof Value.Constant(Kind kind, LocalDate day))) return Optional.empty();
        return switch (how) {
            case GE -> of(column, Operator.FROM, about, day.toString());
            case LT -> of(column, Operator.BEFORE, about, day.toString());
            case EQ, NE, LE, GT -> Optional.empty();
        };
    }

    private static Optional<Sketch.Condition> moment(Comparison how, Value.Column column, Value other, Variable about) {
        OptionalLong ahead = daysAhead(other);
        if (ahead.isEmpty() || ahead.getAsLong() > 0) return Optional.empty();
        String days = Long.toString(-ahead.getAsLong());
        return switch (how) {
            case GT -> of(column, Operator.LAST_DAYS, about, days);
            case LT -> of(column, Operator.LONGER_AGO, about, days);
            case EQ -> day(how, column, other, about);
            case NE, LE, GE -> Optional.empty();
        };
    }

    /** How many whole days a moment lies after the present; empty if it is no such moment. */
    private static OptionalLong daysAhead(Value moment) {
        return switch (moment) {
            case Value.Now now -> OptionalLong.of(0);
            case Value.DayOf(Value.Now now, ZoneId zone) -> OptionalLong.of(0);
            case Value.Shift(Value base, Duration by)
            when by.equals(Duration.ofDays(by.toDays())) ->
                base instanceof Value.Shift ? OptionalLong.empty() : plus(daysAhead(base), by.toDays());
            default -> OptionalLong.empty();
        };
    }

    private static OptionalLong plus(OptionalLong days, long more) {
        return days.isEmpty() ? days : OptionalLong.of(days.getAsLong() + more);
    }

    private static Optional<Sketch.Condition> oneOf(Value.Column column, List<Value> options, Variable about) {
        List<String> texts = options.stream()
                .filter(option -> option instanceof Value.Constant(Kind kind, String text) && !text.isEmpty())
                .map(option -> (String) ((Value.Constant) option).value())
                .toList();
        boolean all = !texts.isEmpty() && texts.size() == options.size();
        return all ? of(column, Operator.ONE_OF, about, texts.toArray(String[]::new)) : Optional.empty();
    }

    private static Optional<Sketch.Condition> part(Truth.HasPart test, Variable about) {
        if (!(test.searched() instanceof Value.Constant(Kind kind, String text)) || text.isEmpty())
            return Optional.empty();
        boolean contains = test.part() == Truth.Part.CONTAINS;
        if (test.part() == Truth.Part.ENDS) return Optional.empty();
        return switch (test.text()) {
            case Value.Column column ->
                of(column, contains ? Operator.CONTAINS_EXACTLY : Operator.STARTS_EXACTLY, about, text);
            case Value.Transformed(Value.Transform how, Value.Column column)
            when how == Value.Transform.LOWER && text.equals(MemoryValues.lowerAscii(text)) ->
                of(column, contains ? Operator.CONTAINS : Operator.STARTS, about, text);
            default -> Optional.empty();
        };
    }

    private static String number(Value.Constant constant) {
        return constant.value() instanceof BigDecimal decimal
                ? decimal.stripTrailingZeros().toPlainString()
                : constant.value().toString();
    }

    private static Optional<Sketch.Condition> of(
            Value.Column column, Operator operator, Variable about, String... values) {
        if (column.path().root().slot() != about.slot()) return Optional.empty();
        if (!Operator.possible(column.field()).contains(operator)) return Optional.empty();
        String owner = SketchReader.names(column.path());
        String path = (owner.isEmpty() ? "" : owner + ".") + column.field().name();
        return Optional.of(new Sketch.Condition(path, operator, List.of(values)));
    }
}
