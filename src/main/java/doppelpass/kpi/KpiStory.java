package doppelpass.kpi;

import doppelpass.core.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of one KPI tells: the figure, how it came here, what it is made of. */
@Component
class KpiStory {
    private static final Set<String> CUTS = Set.of(
            "source",
            "channel",
            "campaign",
            "campaign-type",
            "stage",
            "team",
            "reason",
            "product-line",
            "type",
            "promise");
    private static final int GROUPS = 30;

    private final Kpis kpis;
    private final KpiBoard board;
    private final Plans plans;
    private final MeasureList measures;

    KpiStory(Kpis kpis, KpiBoard board, Plans plans, MeasureList measures) {
        this.kpis = kpis;
        this.board = board;
        this.plans = plans;
        this.measures = measures;
    }

    KpiPage page(Kpi kpi, KpiPeriod asked, String by) {
        KpiLine line = board.lines(List.of(kpi.code()), asked.period(), asked.moment(), asked.query())
                .getFirst();
        KpiLine today = asked.known() == null
                ? line
                : board.lines(List.of(kpi.code()), asked.period(), null, asked.query())
                        .getFirst();
        List<String> cuts = kpis.dimensions(kpi).stream().filter(CUTS::contains).toList();
        String cut = cuts.contains(by) ? by : cuts.isEmpty() ? "" : cuts.getFirst();
        return new KpiPage(
                line,
                today,
                asked,
                FormulaWords.text(kpi.formula()),
                past(kpi, asked),
                planned(kpi, asked),
                cuts,
                cut,
                groups(kpi, asked, cut));
    }

    List<String> partNames(List<Kpis.Part> parts) {
        return parts.stream()
                .map(part -> part.code() + ": " + FormulaWords.text(part.formula()))
                .toList();
    }

    /** The page of a fact's record, with {@code {id}}; empty if it has none. */
    String link(Kpis.Part part) {
        String link = measures.get(part.formula().measures().iterator().next()).link();
        return link == null ? "" : link;
    }

    boolean money(Kpis.Part part) {
        return part.formula() instanceof Formula.Fold fold
                && ("amount".equals(fold.value()) || "cost".equals(fold.value()));
    }

    private List<Figure> past(Kpi kpi, KpiPeriod asked) {
        return kpis.figures(new Question(List.of(kpi.code()), asked.twelve(), null, asked.moment()));
    }

    private List<@Nullable BigDecimal> planned(Kpi kpi, KpiPeriod asked) {
        List<@Nullable BigDecimal> planned = new ArrayList<>();
        for (Period period : asked.twelve())
            planned.add(plans.of(List.of(kpi), period).get(kpi.code()));
        return planned;
    }

    private List<Figure> groups(Kpi kpi, KpiPeriod asked, String cut) {
        if (cut.isEmpty()) return List.of();
        Comparator<Figure> largest = Comparator.comparing(
                (Figure f) -> f.value(), Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()));
        return kpis.figures(new Question(List.of(kpi.code()), List.of(asked.period()), cut, asked.moment())).stream()
                .sorted(largest)
                .limit(GROUPS)
                .toList();
    }
}
