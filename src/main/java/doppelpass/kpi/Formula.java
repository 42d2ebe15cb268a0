package doppelpass.kpi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a figure is made from measures and other figures. {@link FormulaText} reads it from JSON. */
sealed interface Formula {

    /** What becomes of the values of many facts; a TOTAL is a sum that is undefined without a fact. */
    enum How {
        COUNT,
        SUM,
        TOTAL,
        AVERAGE,
        MEDIAN,
        P90
    }

    /**
     * SHARE is a division of a count by the count it is a part of, so it has a confidence interval; LEAST passes over
     * undefined terms; APART is how far two terms are from each other.
     */
    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        DIVIDE,
        SHARE,
        LEAST,
        APART
    }

    /** Facts of a measure whose dimensions have one of the listed values; {@code first}: only each subject's first one. */
    record Facts(String measure, @Nullable String first, Map<String, List<String>> where) {}

    /** Counts the facts, or folds one value of them. */
    record Fold(How how, Facts facts, @Nullable String value) implements Formula {}

    /** Folds business time between the two instants of a span, in hours; what still runs counts with its age. */
    record Elapsed(How how, Facts facts, String span) implements Formula {}

    /** Subjects in one of these states at the end of the period; with {@code idle}, without a sign of life for so many days. */
    record Stock(
            String measure,
            String subject,
            List<String> states,
            @Nullable Integer idle) implements Formula {}

    /** Of the subjects that entered {@code from} in the period, the share that later, within {@code days}, entered {@code to}. */
    record Conversion(
            Facts from, Facts to, String subject, @Nullable Integer days) implements Formula {}

    record Calculation(Operator operator, List<Formula> terms) implements Formula {}

    record Reference(String code) implements Formula {}

    /** The figure as of earlier: shifted back by the median days of another KPI, rounded to months. */
    record Lagged(Formula of, String by) implements Formula {}

    record Constant(java.math.BigDecimal value) implements Formula {}

    /** The formulas directly inside. */
    default List<Formula> parts() {
        return switch (this) {
            case Calculation calculation -> calculation.terms();
            case Lagged lagged -> List.of(lagged.of());
            default -> List.of();
        };
    }

    /** This and everything inside, not following references. */
    default Stream<Formula> all() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Formula::all));
    }

    /** The facts this formula reads itself. */
    default List<Facts> counted() {
        return all().flatMap(part -> switch (part) {
                    case Fold fold -> Stream.of(fold.facts());
                    case Elapsed elapsed -> Stream.of(elapsed.facts());
                    case Stock stock -> Stream.of(new Facts(stock.measure(), null, Map.of()));
                    case Conversion c -> Stream.of(c.from(), c.to());
                    default -> Stream.<Facts>empty();
                })
                .toList();
    }

    default Set<String> measures() {
        return counted().stream().map(Facts::measure).collect(Collectors.toSet());
    }

    /** The KPIs this formula is built on. */
    default Set<String> references() {
        return all().flatMap(part -> switch (part) {
                    case Reference reference -> Stream.of(reference.code());
                    case Lagged lagged -> Stream.of(lagged.by());
                    default -> Stream.<String>empty();
                })
                .collect(Collectors.toSet());
    }
}
