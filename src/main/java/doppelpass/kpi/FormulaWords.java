package doppelpass.kpi;

import doppelpass.kpi.Formula.Facts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A formula as people read it: {@code K02 − sum(revenue.cost; status = posted)}. */
final class FormulaWords {
    private FormulaWords() {}

    static String text(Formula formula) {
        return switch (formula) {
            case Formula.Fold fold -> how(fold.how()) + "(" + facts(fold.facts(), fold.value()) + ")";
            case Formula.Elapsed elapsed -> how(elapsed.how()) + "(" + facts(elapsed.facts(), elapsed.span()) + ")";
            case Formula.Stock stock ->
                "open(" + stock.measure() + ": " + String.join(" | ", stock.states())
                        + (stock.idle() == null ? "" : "; idle > " + stock.idle() + " d") + ")";
            case Formula.Conversion c ->
                facts(c.from(), null) + " → " + facts(c.to(), null) + (c.days() == null ? "" : " ≤ " + c.days() + " d");
            case Formula.Reference reference -> reference.code();
            case Formula.Lagged lagged -> text(lagged.of()) + "[t − " + lagged.by() + "]";
            case Formula.Constant constant -> constant.value().toPlainString();
            case Formula.Calculation c -> calculation(c);
        };
    }

    private static String calculation(Formula.Calculation calculation) {
        List<String> terms =
                calculation.terms().stream().map(FormulaWords::bracketed).toList();
        return switch (calculation.operator()) {
            case PLUS -> String.join(" + ", terms);
            case MINUS -> String.join(" − ", terms);
            case TIMES -> String.join(" × ", terms);
            case DIVIDE, SHARE -> String.join(" ÷ ", terms);
            case APART -> "|" + String.join(" − ", terms) + "|";
            case LEAST -> "min(" + String.join("; ", terms) + ")";
        };
    }

    private static String bracketed(Formula term) {
        return term instanceof Formula.Calculation ? "(" + text(term) + ")" : text(term);
    }

    private static String facts(Facts facts, @org.jspecify.annotations.Nullable String value) {
        String where = facts.where().entrySet().stream()
                .map(filter -> filter.getKey() + " = " + String.join(" | ", filter.getValue()))
                .collect(Collectors.joining(", "));
        String what = value == null ? facts.measure() : facts.measure() + "." + value;
        return where.isEmpty() ? what : what + "; " + where;
    }

    private static String how(Formula.How how) {
        return how.name().toLowerCase(Locale.ROOT);
    }
}
