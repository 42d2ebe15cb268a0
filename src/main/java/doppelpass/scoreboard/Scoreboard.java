package doppelpass.scoreboard;

import doppelpass.kpi.Figure;
import doppelpass.profit.ProfitReport;
import doppelpass.web.Chart;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one page that is true, for one month. */
public record Scoreboard(
        YearMonth month,
        ProfitReport profit,
        Chart months,
        List<FunnelStage> funnel,
        List<Promise> promises,
        List<Reason> reasons,
        List<Change> changes) {

    /** Nothing in the month's funnel and no profit or loss in its whole year. */
    public boolean quiet() {
        return funnel.stream().allMatch(stage -> stage.count() == 0)
                && months.series().getFirst().values().stream().allMatch(value -> value == null || value == 0);
    }

    /** A promise between the teams and how well it was kept; {@code tone} is good, watch, bad or muted. */
    public record Promise(String kpi, String owner, String label, Figure figure, String tone) {}

    /** Why passes came back: a reason's share of all returned ones, 0 to 1; an empty code where none was given. */
    public record Reason(String code, long count, double share) {}

    /** A figure now and a month ago; {@code better} is null where no direction is good by itself. */
    public record Change(
            String kpi,
            String owner,
            String label,
            Figure now,
            Figure before,
            @Nullable Boolean better) {
        public @Nullable BigDecimal difference() {
            BigDecimal a = now.value();
            BigDecimal b = before.value();
            return a == null || b == null ? null : a.subtract(b);
        }
    }
}
