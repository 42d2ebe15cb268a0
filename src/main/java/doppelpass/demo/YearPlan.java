package doppelpass.demo;

import doppelpass.kpi.Kpi;
import doppelpass.kpi.Unit;
import doppelpass.targets.Targets;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The plan that leadership and controlling agreed on each December: seasonal amounts and counts, level shares. */
final class YearPlan {
    private final Story story;
    private final StoryClock clock;
    private final Targets targets;
    private final Troupe troupe;
    private final Map<String, Unit> units;

    YearPlan(Story story, StoryClock clock, Targets targets, Troupe troupe) {
        this.story = story;
        this.clock = clock;
        this.targets = targets;
        this.troupe = troupe;
        this.units = targets.planned().stream().collect(Collectors.toMap(Kpi::code, Kpi::unit));
    }

    void agree() {
        for (int year = story.first().getYear(); year <= story.today().getYear(); year++) {
            int planned = year;
            clock.set(story.at(LocalDate.of(year - 1, 12, 12), 14, 0));
            if (clock.instant().isBefore(story.start())) clock.set(story.start());
            amounts(planned);
            counts(planned);
            shares(planned);
        }
    }

    private void amounts(int year) {
        plan("K02", year, this::revenue);
        plan("K03", year, month -> revenue(month) * 0.8);
        plan("K05", year, this::marketing);
        plan("K06", year, this::sales);
        plan("K01", year, month -> revenue(month) * 0.545 - marketing(month) - sales(month));
        plan("K26", year, month -> 2_050_000);
        plan("K42", year, month -> 27_000);
        plan("K42c", year, month -> 85_000);
    }

    private void counts(int year) {
        plan("K17", year, this::leads);
        plan("K18", year, month -> leads(month) * 0.41);
        plan("K19", year, month -> leads(month) * 0.41 * 0.82);
        plan("K20", year, month -> leads(month) * 0.41 * 0.82 * 0.62);
        plan("K21", year, month -> 5 + leads(month) * 0.41 * 0.82 * 0.62 * 0.87);
        plan("K22", year, month -> 7.4 * (0.4 + 0.6 * story.season(month)));
        plan("K34", year, month -> leads(month) * 0.41 * 0.17);
        plan("K27", year, month -> 45);
        plan("K36", year, month -> 9);
    }

    private void shares(int year) {
        plan("K04", year, month -> 0.545);
        plan("K23a", year, month -> 0.42);
        plan("K23b", year, month -> 0.82);
        plan("K23c", year, month -> 0.62);
        plan("K23d", year, month -> 0.85);
        plan("K23e", year, month -> 0.35);
        plan("K24", year, month -> 0.055);
        plan("K25", year, month -> 0.38);
        plan("K37", year, month -> 0.9);
        plan("K38", year, month -> 0.85);
        plan("K39", year, month -> 0.85);
        plan("K40", year, month -> 0.12);
    }

    private double leads(YearMonth month) {
        return (73 + 0.5 * (Story.MONTHS - story.ago(month))) * story.season(month);
    }

    /** In cents; deliveries follow the season at half its swing. */
    private double revenue(YearMonth month) {
        double growth = 1 + 0.006 * (Story.MONTHS - story.ago(month));
        return 17_400_000 * growth * (0.5 + 0.5 * story.season(month));
    }

    private double marketing(YearMonth month) {
        boolean fair = month.getMonthValue() == 3;
        return 2_420_000 + (fair ? 4_600_000 : 0) + (month.getMonthValue() == 6 ? 950_000 : 0);
    }

    private double sales(YearMonth month) {
        return 3_520_000 + 0.02 * revenue(month) * 0.75;
    }

    private void plan(String code, int year, ToDoubleFunction<YearMonth> value) {
        Unit unit = Objects.requireNonNull(units.get(code), code);
        int digits = unit == Unit.PERCENT ? 3 : 0;
        Map<YearMonth, BigDecimal> months = new TreeMap<>();
        Stream.iterate(YearMonth.of(year, 1), month -> month.plusMonths(1))
                .limit(12)
                .forEach(month -> months.put(month, rounded(value.applyAsDouble(month), unit, digits)));
        targets.change(code, year, months, "", troupe.carlo());
    }

    /** Money to whole hundred euros, small amounts to the euro. */
    private static BigDecimal rounded(double value, Unit unit, int digits) {
        if (unit == Unit.MONEY) {
            long step = Math.abs(value) < 200_000 ? 100 : 10_000;
            return BigDecimal.valueOf(Math.round(value / step) * step);
        }
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }
}
