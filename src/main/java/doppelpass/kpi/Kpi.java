package doppelpass.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A definition in force: what the figure means, who answers for it and who signed it. */
public final class Kpi {
    /** The teams whose signatures make a definition agreed. */
    public static final Set<String> SIGNING = Set.of("marketing", "sales");

    private final Row row;
    private final Formula formula;

    /** The definition as stored, with its signatures; {@code coverage}: the KPI that says how much is known of its facts. */
    public record Row(
            long id,
            String code,
            int version,
            String formula,
            Map<String, String> names,
            Map<String, String> texts,
            Map<String, String> dates,
            Basis basis,
            int maturityDays,
            int minN,
            Unit unit,
            Direction direction,
            @Nullable BigDecimal bandLow,
            @Nullable BigDecimal bandHigh,
            String owner,
            LocalDate validFrom,
            @Nullable String coverage,
            List<Signature> signatures) {}

    /** Who signed for a team, and when. */
    public record Signature(String function, String person, Instant signedAt) {}

    Kpi(Row row) {
        this.row = row;
        this.formula = FormulaText.parse(row.formula());
    }

    public Row row() {
        return row;
    }

    Formula formula() {
        return formula;
    }

    public String code() {
        return row.code();
    }

    public Unit unit() {
        return row.unit();
    }

    /** Whether the months of a year add up to the year: sums and counts do, averages and quotients of money do not. */
    public boolean additive() {
        return unit().additive()
                && formula.all().allMatch(part -> switch (part) {
                    case Formula.Fold fold -> fold.how() == Formula.How.COUNT || fold.how() == Formula.How.SUM;
                    case Formula.Calculation c ->
                        c.operator() == Formula.Operator.PLUS || c.operator() == Formula.Operator.MINUS;
                    case Formula.Reference reference -> true;
                    default -> false;
                });
    }

    public String owner() {
        return row.owner();
    }

    public String name(Locale locale) {
        return in(row.names(), locale);
    }

    public String text(Locale locale) {
        return in(row.texts(), locale);
    }

    /** Which date puts a record into the period. */
    public String date(Locale locale) {
        return in(row.dates(), locale);
    }

    /** Both teams signed. */
    public boolean agreed() {
        return SIGNING.stream().allMatch(function -> signature(function).isPresent());
    }

    public Optional<Signature> signature(String function) {
        return row.signatures().stream()
                .filter(s -> s.function().equals(function))
                .findFirst();
    }

    private static String in(Map<String, String> texts, Locale locale) {
        String text = texts.get(locale.getLanguage().equals("de") ? "de" : "en");
        return text == null ? "" : text;
    }
}
