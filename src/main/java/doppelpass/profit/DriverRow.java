package doppelpass.profit;

import doppelpass.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A driver as the tree shows it; {@code kpi} leads to the definition and the records behind the figure. */
public record DriverRow(
        String key,
        String owner,
        String kind,
        OptionalDouble base,
        OptionalDouble actual,
        long effectMinor,
        @Nullable String kpi) {
    private static final List<Driver> SHOWN = List.of(
            Driver.LEADS,
            Driver.LEAD_TO_MQL,
            Driver.MQL_TO_SAL,
            Driver.SAL_TO_SQL,
            Driver.SQL_TO_WIN,
            Driver.DEAL_SIZE,
            Driver.DB1_RATIO,
            Driver.TIMING,
            Driver.MARKETING_COST,
            Driver.SALES_COST);
    private static final Map<Driver, String> KPIS = Map.of(
            Driver.LEADS, "K17",
            Driver.LEAD_TO_MQL, "K23ap",
            Driver.MQL_TO_SAL, "K23bp",
            Driver.SAL_TO_SQL, "K23cp",
            Driver.SQL_TO_WIN, "K22",
            Driver.DEAL_SIZE, "K26",
            Driver.DB1_RATIO, "K04",
            Driver.TIMING, "K03",
            Driver.MARKETING_COST, "K05",
            Driver.SALES_COST, "K06");

    static List<DriverRow> of(ProfitReport report) {
        List<DriverRow> rows = new ArrayList<>();
        for (Driver driver : SHOWN) {
            rows.add(new DriverRow(
                    driver.code(),
                    driver.owner().name().toLowerCase(java.util.Locale.ROOT),
                    kind(driver),
                    report.base().map(b -> b.value(driver)).orElse(OptionalDouble.empty()),
                    driver == Driver.DB1_RATIO && report.costUnknown()
                            ? OptionalDouble.empty()
                            : report.actual().value(driver),
                    report.bridge().map(b -> b.effect(driver).minor()).orElse(0L),
                    KPIS.get(driver)));
        }
        return rows;
    }

    /** A driver's value in the reader's format: a count, a share, or minor units of money. */
    public static String driver(OptionalDouble value, String kind) {
        if (value.isEmpty()) {
            return Words.NONE;
        }
        return switch (kind) {
            case "count" -> Words.number(Math.round(value.getAsDouble()));
            case "money" -> Words.whole(Math.round(value.getAsDouble()));
            default -> Words.percent(value.getAsDouble());
        };
    }

    private static String kind(Driver driver) {
        return switch (driver.kind()) {
            case VOLUME -> "count";
            case SIZE, TIMING, COST -> "money";
            case MIX, CONVERSION, MARGIN, NEW_OR_DROPPED, OUTSIDE_FUNNEL -> "share";
        };
    }
}
