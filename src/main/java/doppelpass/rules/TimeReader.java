package doppelpass.rules;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times (instants, exact to the microsecond), days (of the business calendar) and spans between them. */
final class TimeReader {
    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2999;

    private static final Pattern SPAN = Pattern.compile("-?(\\d{1,9}(\\.\\d{1,6})?(d|h|ms|m|s)){1,6}");
    private static final Pattern SPAN_PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(d|h|ms|m|s)");
    private static final Map<String, BigDecimal> MICROS = Map.of(
            "d", BigDecimal.valueOf(86_400_000_000L),
            "h", BigDecimal.valueOf(3_600_000_000L),
            "m", BigDecimal.valueOf(60_000_000L),
            "s", BigDecimal.valueOf(1_000_000L),
            "ms", BigDecimal.valueOf(1_000L));
    private final Reader reader;

    TimeReader(Reader reader) {
        this.reader = reader;
    }

    Value named(CelExpr expr, String name) {
        Value now = new Value.Now();
        if (!name.equals("now") && !name.equals("today")) throw reader.refusal(expr, "rules.unsupported");
        reader.check.dependsOnTime = true;
        return name.equals("now") ? now : new Value.DayOf(now, reader.check.zone);
    }

    Value call(CelExpr expr, CelCall call, Scope scope) {
        CelExpr arg = call.args().getFirst();
        return switch (call.function()) {
            case "days" -> span(expr, Duration.ofDays(smallNumber(arg)));
            case "hours" -> span(expr, Duration.ofHours(smallNumber(arg)));
            case "duration" -> span(expr, duration(arg, reader.values.text(arg)));
            case "timestamp" -> new Value.Constant(Kind.TIMESTAMP, instant(arg));
            default -> reader.isText(arg) ? new Value.Constant(Kind.DATE, date(arg)) : dayOf(arg, scope);
        };
    }

    /** Times and days plus or minus fixed spans; the span between two times or days. */
    Value sum(CelExpr expr, boolean plus, Value left, Value right) {
        if (left.kind() == Kind.DURATION && right.kind() == Kind.DURATION)
            return span(expr, fixed(expr, left).plus(signed(plus, fixed(expr, right))));
        if (right.kind() == Kind.DURATION) return shifted(expr, left, signed(plus, fixed(expr, right)));
        if (left.kind() == Kind.DURATION && plus) return shifted(expr, right, fixed(expr, left));
        if (left.kind() == right.kind() && !plus) return new Value.Binary(Value.Operator.SPAN, left, right);
        throw reader.refusal(expr, "rules.unsupported");
    }

    private Value shifted(CelExpr expr, Value base, Duration by) {
        boolean wholeDays = by.toDays() * 86_400 == by.toSeconds() && by.getNano() == 0;
        if (base.kind() == Kind.DATE && !wholeDays) throw reader.refusal(expr, "rules.whole_days");
        Value shifted = Simplified.shift(base, by);
        switch (shifted) {
            case Value.Shift(Value moved, Duration whole) -> span(expr, whole);
            case Value.Constant(Kind kind, Instant time) ->
                checkYear(expr, time.atOffset(ZoneOffset.UTC).getYear());
            case Value.Constant(Kind kind, LocalDate day) -> checkYear(expr, day.getYear());
            default -> {}
        }
        return shifted;
    }

    private Duration fixed(CelExpr expr, Value span) {
        if (span instanceof Value.Constant(Kind kind, Duration duration)) return duration;
        throw reader.refusal(expr, "rules.fixed_only");
    }

    private static Duration signed(boolean plus, Duration duration) {
        return plus ? duration : duration.negated();
    }

    private Value span(CelExpr expr, Duration duration) {
        if (duration.abs().compareTo(Duration.ofDays(Limits.SHIFT_DAYS)) > 0)
            throw reader.refusal(expr, "rules.span_range", Limits.SHIFT_DAYS);
        return new Value.Constant(Kind.DURATION, duration);
    }

    private Value dayOf(CelExpr arg, Scope scope) {
        return new Value.DayOf(reader.values.value(arg, scope), reader.check.zone);
    }

    private long smallNumber(CelExpr expr) {
        if (expr.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || expr.constant().getKind() != CelConstant.Kind.INT64_VALUE)
            throw reader.refusal(expr, "rules.fixed_only");
        return Math.clamp(expr.constant().int64Value(), -10_000_000, 10_000_000);
    }

    private Duration duration(CelExpr expr, String text) {
        if (!SPAN.matcher(text).matches()) throw reader.refusal(expr, "rules.bad_duration");
        BigDecimal micros = BigDecimal.ZERO;
        Matcher part = SPAN_PART.matcher(text);
        while (part.find()) micros = micros.add(new BigDecimal(part.group(1)).multiply(MICROS.get(part.group(2))));
        Duration duration = Duration.of(micros.longValue(), ChronoUnit.MICROS);
        return text.startsWith("-") ? duration.negated() : duration;
    }

    private Instant instant(CelExpr expr) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(reader.values.text(expr));
            checkYear(expr, time.getYear());
            return time.toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException unreadable) {
            throw reader.refusal(expr, "rules.bad_timestamp");
        }
    }

    private LocalDate date(CelExpr expr) {
        try {
            LocalDate day = LocalDate.parse(reader.values.text(expr));
            checkYear(expr, day.getYear());
            return day;
        } catch (DateTimeException unreadable) {
            throw reader.refusal(expr, "rules.bad_date");
        }
    }

    private void checkYear(CelExpr expr, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR)
            throw reader.refusal(expr, "rules.year_range", Integer.toString(FIRST_YEAR), Integer.toString(LAST_YEAR));
    }
}
