package doppelpass.glossary;

import doppelpass.web.Chart;
import doppelpass.web.Words;
import java.time.YearMonth;
import java.util.List;

/**
 * What a proposed rule would have changed for the records of the last twelve months, judged by what is known of them
 * now. {@code before} and {@code after} count the records that meet the rule in force and the proposed one.
 */
public record BackTest(
        int population,
        int before,
        int after,
        int entering,
        int leaving,
        List<Example> enters,
        List<Example> leaves,
        List<Month> months,
        List<Effect> effects) {

    /** One record that would enter or leave. */
    public record Example(long id, String title, String url) {}

    /** Records by the month they were created in. */
    public record Month(YearMonth month, int before, int after) {}

    /** How a figure of the last twelve months would move; values in the figure's unit, null where undefined. */
    public record Effect(
            String kpi,
            String label,
            @org.jspecify.annotations.Nullable Double before,
            @org.jspecify.annotations.Nullable Double after,
            String unit) {}

    /** The months side by side. */
    public Chart chart() {
        return new Chart(
                Words.t("glossary.backtest.chart"),
                "bar",
                "m",
                "",
                0,
                months.stream().map(m -> Words.shortMonth(m.month())).toList(),
                List.of(
                        new Chart.Series(
                                Words.t("glossary.backtest.before"),
                                "muted",
                                months.stream().map(m -> (double) m.before()).toList()),
                        new Chart.Series(
                                Words.t("glossary.backtest.after"),
                                "marketing",
                                months.stream().map(m -> (double) m.after()).toList())));
    }

    public boolean changesNothing() {
        return entering == 0 && leaving == 0;
    }
}
