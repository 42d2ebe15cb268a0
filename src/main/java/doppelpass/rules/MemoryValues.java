package doppelpass.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Computes values over one record; null is a missing value. */
final class MemoryValues {
    /** Decimals of a quotient; it is cut there, as in SQL. */
    static final int QUOTIENT_DECIMALS = 12;

    private final Memory memory;
    private final Instant now;

    MemoryValues(Memory memory, Instant now) {
        this.memory = memory;
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    @Nullable
    Object value(Value value) {
        return switch (value) {
            case Value.Constant(Kind kind, Object content) -> content;
            case Value.Now() -> now;
            case Value.Column(Path path, SubjectField field) -> Records.value(memory.record(path), field);
            case Value.Element(Variable variable) -> memory.bound(variable);
            case Value.Shift(Value base, Duration by) -> shifted(value(base), by);
            case Value.DayOf(Value time, ZoneId zone) -> dayOf(value(time), zone);
            case Value.Transformed(Value.Transform transform, Value text) -> transformed(transform, value(text));
            case Value.Binary binary -> binary(binary);
            case Value.Count(Items items) -> (long) memory.count(items, Truth.ALWAYS, -1);
            case Value.Either(Truth condition, Value then, Value otherwise) ->
                value(memory.test(condition) ? then : otherwise);
            case Value.Verdict(Truth truth) -> memory.test(truth);
        };
    }

    /** Negative, zero or positive; texts by code point, decimals whatever their scale. */
    static int order(Object left, Object right) {
        return switch (left) {
            case String text -> order(text, (String) right);
            case Long number when right instanceof Long other -> Long.compare(number, other);
            case Number number -> decimal(number).compareTo(decimal(right));
            case Boolean flag -> flag.compareTo((Boolean) right);
            case Instant time -> time.compareTo((Instant) right);
            case LocalDate day -> day.compareTo((LocalDate) right);
            case Duration span -> span.compareTo((Duration) right);
            default -> throw new IllegalArgumentException("No order for " + left.getClass());
        };
    }

    private static int order(String left, String right) {
        int at = 0;
        int end = Math.min(left.length(), right.length());
        while (at < end && left.charAt(at) == right.charAt(at)) at++;
        if (at == end) return Integer.compare(left.length(), right.length());
        char a = left.charAt(at);
        char b = right.charAt(at);
        boolean surrogates = Character.isSurrogate(a) != Character.isSurrogate(b);
        return surrogates ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
    }

    private static @Nullable Object shifted(@Nullable Object base, Duration by) {
        return switch (base) {
            case Instant time -> time.plus(by);
            case LocalDate day -> day.plusDays(by.toDays());
            case null, default -> null;
        };
    }

    private static @Nullable Object dayOf(@Nullable Object time, ZoneId zone) {
        return time instanceof Instant instant ? LocalDate.ofInstant(instant, zone) : null;
    }

    private static @Nullable Object transformed(Value.Transform transform, @Nullable Object value) {
        if (!(value instanceof String text)) return null;
        return switch (transform) {
            case LENGTH -> (long) text.codePointCount(0, text.length());
            case LOWER -> lowerAscii(text);
        };
    }

    static String lowerAscii(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'A' && c <= 'Z') lower.setCharAt(i, (char) (c + 32));
        }
        return lower.toString();
    }

    private @Nullable Object binary(Value.Binary binary) {
        Object left = value(binary.left());
        Object right = value(binary.right());
        if (left == null || right == null) return null;
        return switch (binary.operator()) {
            case PLUS -> computed(left, right, BigDecimal::add);
            case MINUS -> computed(left, right, BigDecimal::subtract);
            case TIMES -> computed(left, right, BigDecimal::multiply);
            case DIVIDE -> zero(right) ? null : quotient(binary.kind(), decimal(left), decimal(right));
            case MODULO -> zero(right) ? null : computed(left, right, BigDecimal::remainder);
            case JOIN -> left + (String) right;
            case SPAN -> span(left, right);
        };
    }

    private static BigDecimal computed(Object left, Object right, BinaryOperator<BigDecimal> operation) {
        return operation.apply(decimal(left), decimal(right));
    }

    private static BigDecimal quotient(Kind kind, BigDecimal left, BigDecimal right) {
        int decimals = kind == Kind.INT ? 0 : QUOTIENT_DECIMALS;
        return left.scaleByPowerOfTen(decimals).divideToIntegralValue(right).scaleByPowerOfTen(-decimals);
    }

    private static Duration span(Object left, Object right) {
        return left instanceof LocalDate day
                ? Duration.ofDays(ChronoUnit.DAYS.between((LocalDate) right, day))
                : Duration.between((Instant) right, (Instant) left);
    }

    private static boolean zero(Object number) {
        return decimal(number).signum() == 0;
    }

    private static BigDecimal decimal(Object number) {
        return number instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) number;
    }
}
