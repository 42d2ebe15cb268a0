package doppelpass.kpi;

import doppelpass.kpi.Formula.Calculation;
import doppelpass.kpi.Formula.Constant;
import doppelpass.kpi.Formula.Conversion;
import doppelpass.kpi.Formula.Elapsed;
import doppelpass.kpi.Formula.Fold;
import doppelpass.kpi.Formula.Lagged;
import doppelpass.kpi.Formula.Operator;
import doppelpass.kpi.Formula.Reference;
import doppelpass.kpi.Formula.Stock;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Works out formulas for one question; each part is asked of the database once, however many KPIs share it. Arithmetic
 * with an undefined term is undefined, and so is a division by zero.
 */
final class Evaluation {
    private static final double DAYS_A_MONTH = 365.25 / 12;
    private static final int LONGEST_LAG = 24;

    private final PartSource facts;
    private final Map<String, Kpi> kpis;
    private final Map<Asked, Cells> known = new HashMap<>();

    private record Asked(Formula formula, Grid grid) {}

    Evaluation(PartSource facts, Map<String, Kpi> kpis) {
        this.facts = facts;
        this.kpis = kpis;
    }

    Cells of(Formula formula, Grid grid) {
        Asked asked = new Asked(formula, grid);
        Cells cells = known.get(asked);
        if (cells == null) {
            cells = work(formula, grid);
            known.put(asked, cells);
        }
        return cells;
    }

    private Cells work(Formula formula, Grid grid) {
        return switch (formula) {
            case Fold fold -> facts.of(fold, grid);
            case Elapsed elapsed -> facts.of(elapsed, grid);
            case Stock stock -> facts.of(stock, grid);
            case Conversion conversion -> facts.of(conversion, grid);
            case Constant constant -> new Cells(Map.of(), Quantity.of(constant.value(), 0));
            case Reference reference ->
                of(Objects.requireNonNull(kpis.get(reference.code())).formula(), grid);
            case Lagged lagged -> of(lagged.of(), grid.monthsBack(lag(lagged.by(), grid)));
            case Calculation calculation -> {
                List<Cells> terms =
                        calculation.terms().stream().map(t -> of(t, grid)).toList();
                yield Cells.combine(terms, quantities -> calculate(calculation.operator(), quantities));
            }
        };
    }

    private int lag(String code, Grid grid) {
        Formula formula = Objects.requireNonNull(kpis.get(code)).formula();
        BigDecimal days =
                of(formula, grid.yearBefore()).at(new Cells.Cell(0, null)).value();
        if (days == null) return 0;
        return Math.clamp(Math.round(days.doubleValue() / DAYS_A_MONTH), 0, LONGEST_LAG);
    }

    private static Quantity calculate(Operator operator, List<Quantity> terms) {
        if (operator == Operator.SHARE) return share(terms.getFirst(), terms.getLast());
        if (operator == Operator.LEAST) return least(terms);
        @Nullable BigDecimal value = terms.getFirst().value();
        for (Quantity term : terms.subList(1, terms.size())) value = apply(operator, value, term.value());
        // a quotient rests on its denominator, everything else on the most facts any term has
        long n = operator == Operator.DIVIDE
                ? terms.getLast().n()
                : terms.stream().mapToLong(Quantity::n).max().orElse(0);
        return Quantity.of(value, n);
    }

    private static Quantity share(Quantity hits, Quantity all) {
        BigDecimal share = apply(Operator.DIVIDE, hits.value(), all.value());
        return share == null ? Quantity.NONE : new Quantity(share, all.n(), hits.n());
    }

    /** The least of what is defined: a promise without a case does not hide the others. */
    private static Quantity least(List<Quantity> terms) {
        return terms.stream()
                .filter(term -> term.value() != null)
                .min(Comparator.comparing(term -> Objects.requireNonNull(term.value())))
                .orElse(Quantity.NONE);
    }

    private static @Nullable BigDecimal apply(
            Operator operator, @Nullable BigDecimal left, @Nullable BigDecimal right) {
        if (left == null || right == null) return null;
        return switch (operator) {
            case PLUS -> left.add(right);
            case MINUS -> left.subtract(right);
            case APART -> left.subtract(right).abs();
            case TIMES -> left.multiply(right);
            case DIVIDE, SHARE, LEAST ->
                right.signum() == 0 ? null : left.divide(right, new MathContext(34, RoundingMode.HALF_EVEN));
        };
    }
}
