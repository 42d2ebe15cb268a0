package doppelpass.glossary;

import doppelpass.web.Chart;
import doppelpass.web.Words;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a proposed rule would have changed for the records of the last twelve months, judged by what is known of them
 * now. {@code before} and {@code after} count the records that meet the rule in force and the proposed one; {@code untold}:
 * one of the two reads what nobody knows the past of, so that its effects on figures cannot be replayed.
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
        boolean untold,
        Optional<Effects> effects) {

    /** One record that would enter or leave. */
    public record Example(long id, String title, @Nullable String url) {}

    /** Records by the month they were created in. */
    public record Month(YearMonth month, int before, int after) {}

    /** The months side by side. */
    public Chart chart() {
        return chart(Words.t("glossary.backtest.chart"), months);
    }

    static Chart chart(String title, List<Month> months) {
        return new Chart(
                title,
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
