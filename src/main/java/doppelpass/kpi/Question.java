package doppelpass.kpi;

import doppelpass.core.Period;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which KPIs, in which periods (one after the other without a gap), cut by which dimension, as known at which moment (null:
 * restated with all we know now).
 */
public record Question(
        Collection<String> codes,
        List<Period> periods,
        @Nullable String dimension,
        @Nullable Instant asKnownAt) {

    public static Question of(String code, Period period) {
        return new Question(List.of(code), List.of(period), null, null);
    }

    public static Question months(Collection<String> codes, List<YearMonth> months) {
        return new Question(codes, months.stream().map(Period::month).toList(), null, null);
    }

    public Question by(@Nullable String dimension) {
        return new Question(codes, periods, dimension, asKnownAt);
    }

    public Question asKnownAt(@Nullable Instant moment) {
        return new Question(codes, periods, dimension, moment);
    }
}
