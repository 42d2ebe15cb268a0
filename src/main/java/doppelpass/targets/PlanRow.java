package doppelpass.targets;

import doppelpass.kpi.FigureWords;
import doppelpass.kpi.Kpi;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A KPI's plan of a year; {@code year} is null while a month is missing. */
public record PlanRow(
        Kpi kpi,
        Map<YearMonth, BigDecimal> months,
        @Nullable BigDecimal year) {

    public String month(YearMonth month) {
        BigDecimal value = months.get(month);
        return value == null ? "" : text(value);
    }

    public String whole() {
        return year == null ? "" : text(year);
    }

    public String text(@Nullable BigDecimal value) {
        return FigureWords.value(value, kpi.unit());
    }
}
