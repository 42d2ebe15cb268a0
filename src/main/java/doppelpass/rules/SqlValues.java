package doppelpass.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Writes values. What reads no record is computed beforehand and bound as a parameter. Numbers are computed as numeric,
 * spans are numeric seconds; nothing here can fail for any row.
 */
final class SqlValues {
    private static final BigDecimal MICROS_PER_SECOND = BigDecimal.valueOf(1_000_000);
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String SMALL_LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final SqlScope scope;
    private final Memory time;

    SqlValues(SqlScope scope, Memory time) {
        this.scope = scope;
        this.time = time;
    }

    @SuppressWarnings("unchecked")
    Field<Object> value(Value value) {
        return (Field<Object>) (value.fixed() ? bound(value.kind(), time.value(value)) : computed(value));
    }

    /** The rows of a list, reached from here. */
    SqlScope.Opened open(Items items) {
        return switch (items) {
            case Items.Related related -> scope.open(related);
            case Items.Texts texts -> scope.open(texts, value(texts.column()));
        };
    }

    private Field<?> computed(Value value) {
        return switch (value) {
            case Value.Column column -> column(column);
            case Value.Element(Variable variable) -> scope.element(variable);
            case Value.Shift(Value base, Duration by) -> shift(base, by);
            case Value.DayOf day -> day(day);
            case Value.Transformed(Value.Transform transform, Value text) -> transformed(transform, value(text));
            case Value.Binary binary -> binary(binary);
            case Value.Count(Items items) -> count(items);
            case Value.Either either -> either(either);
            case Value.Verdict(Truth truth) -> truth().verdict(truth);
            case Value.Constant constant -> bound(constant.kind(), constant.value());
            case Value.Now now -> bound(Kind.TIMESTAMP, time.value(now));
        };
    }

    private Field<?> day(Value.DayOf day) {
        Field<String> zone = DSL.inline(day.zone().getId());
        return DSL.field("cast({0} at time zone {1} as date)", SQLDataType.LOCALDATE, value(day.time()), zone);
    }

    private Field<?> either(Value.Either either) {
        return DSL.when(truth().condition(either.condition(), true), value(either.then()))
                .otherwise(value(either.otherwise()));
    }

    private SqlTruth truth() {
        return new SqlTruth(scope, time);
    }

    private Field<?> column(Value.Column column) {
        Table<?> alias = scope.alias(column.path());
        if (alias != null) return column.field().column().apply(alias);
        SqlScope.Opened opened = scope.open(column.path());
        Table<?> last = opened.tables().getLast();
        return DSL.field(DSL.select(column.field().column().apply(last))
                .from(opened.tables())
                .where(opened.joins()));
    }

    private Field<?> shift(Value base, Duration by) {
        return base.kind() == Kind.DATE
                ? DSL.field("({0} + {1})", SQLDataType.LOCALDATE, value(base), DSL.inline((int) by.toDays()))
                : DSL.field(
                        "({0} + make_interval(secs => {1}))",
                        SQLDataType.INSTANT, value(base), DSL.inline(seconds(by)));
    }

    private static Field<?> transformed(Value.Transform transform, Field<?> text) {
        return switch (transform) {
            case LENGTH -> DSL.field("char_length({0})", SQLDataType.INTEGER, text);
            case LOWER ->
                DSL.field(
                        "translate({0}, {1}, {2})",
                        SQLDataType.CLOB, text, DSL.inline(LETTERS), DSL.inline(SMALL_LETTERS));
        };
    }

    private Field<?> binary(Value.Binary binary) {
        Value left = binary.left();
        Value right = binary.right();
        return switch (binary.operator()) {
            case PLUS -> numeric("({0} + {1})", left, right);
            case MINUS -> numeric("({0} - {1})", left, right);
            case TIMES -> numeric("({0} * {1})", left, right);
            case DIVIDE -> numeric(quotient(binary.kind()), left, right);
            case MODULO -> numeric("mod({0}, nullif({1}, 0))", left, right);
            case JOIN -> DSL.field("({0} || {1})", SQLDataType.CLOB, value(left), value(right));
            case SPAN ->
                left.kind() == Kind.DATE
                        ? DSL.field(
                                "(cast({0} - {1} as numeric) * 86400)", SQLDataType.NUMERIC, value(left), value(right))
                        : DSL.field("extract(epoch from ({0} - {1}))", SQLDataType.NUMERIC, value(left), value(right));
        };
    }

    /** Cut, not rounded, so that memory and database cannot differ in the last digit. */
    private static String quotient(Kind kind) {
        return kind == Kind.INT
                ? "div({0}, nullif({1}, 0))"
                : "(div({0} * 1000000000000, nullif({1}, 0)) * 0.000000000001)";
    }

    private Field<BigDecimal> numeric(String template, Value left, Value right) {
        return DSL.field(template, SQLDataType.NUMERIC, operand(left), operand(right));
    }

    private Field<?> operand(Value value) {
        if (value.fixed()) return bound(Kind.DECIMAL, time.value(value));
        return value.kind() == Kind.INT ? DSL.cast(value(value), SQLDataType.NUMERIC) : value(value);
    }

    private Field<?> count(Items items) {
        if (items instanceof Items.Texts(Value.Column column, Variable variable, Truth filter) && filter == null)
            return DSL.coalesce(DSL.cardinality(value(column).coerce(String[].class)), DSL.inline(0));
        SqlScope.Opened opened = open(items);
        Truth filter = items.filter();
        SqlTruth inside = new SqlTruth(opened.scope(), time);
        return DSL.field(DSL.selectCount()
                .from(opened.tables())
                .where(opened.joins())
                .and(filter == null ? DSL.noCondition() : inside.condition(filter, true)));
    }

    private static Field<?> bound(Kind kind, @Nullable Object value) {
        return switch (value) {
            case null -> DSL.castNull(type(kind));
            case Long number when kind == Kind.DECIMAL -> DSL.val(BigDecimal.valueOf(number));
            case BigDecimal number when kind == Kind.INT && number.precision() <= 18 -> DSL.val(number.longValue());
            case Instant instant -> DSL.val(instant, SQLDataType.INSTANT);
            case Duration span -> DSL.val(seconds(span));
            default -> DSL.val(value);
        };
    }

    private static DataType<?> type(Kind kind) {
        return switch (kind) {
            case STRING -> SQLDataType.CLOB;
            case INT, DECIMAL, DURATION -> SQLDataType.NUMERIC;
            case BOOL -> SQLDataType.BOOLEAN;
            case TIMESTAMP -> SQLDataType.INSTANT;
            case DATE -> SQLDataType.LOCALDATE;
        };
    }

    private static BigDecimal seconds(Duration span) {
        BigDecimal micros = BigDecimal.valueOf(span.toSeconds()).multiply(MICROS_PER_SECOND);
        return micros.add(BigDecimal.valueOf(span.toNanosPart() / 1_000)).divide(MICROS_PER_SECOND);
    }
}
