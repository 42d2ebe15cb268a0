package doppelpass.targets;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.FiscalYear;
import doppelpass.kpi.Kpi;
import doppelpass.kpi.Kpis;
import doppelpass.testing.DoppelpassTest;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class YearSplitTest {
    private static final List<YearMonth> YEAR = FiscalYear.of(2026, 1).months();

    private final Kpi leads;
    private final Kpi winRate;

    YearSplitTest(Kpis kpis) {
        leads = kpis.find("K17").orElseThrow();
        winRate = kpis.find("K25").orElseThrow();
    }

    @Test
    void aThousandLeadsFollowTheSeason() {
        List<BigDecimal> season = IntStream.of(7, 8, 10, 9, 8, 8, 6, 5, 10, 11, 11, 7)
                .mapToObj(BigDecimal::valueOf)
                .toList();
        assertThat(split(leads, 1000, season)).containsExactly(70, 80, 100, 90, 80, 80, 60, 50, 100, 110, 110, 70);
    }

    @Test
    void whatDoesNotDivideStillAddsUpTheEarlierMonthFirst() {
        assertThat(split(leads, 100, YearSplit.even())).containsExactly(9, 9, 9, 9, 8, 8, 8, 8, 8, 8, 8, 8);
    }

    @Test
    void aShareIsTheSameInEveryMonth() {
        Map<YearMonth, BigDecimal> split = YearSplit.split(winRate, YEAR, new BigDecimal("0.25"), YearSplit.even());
        assertThat(split.values()).hasSize(12).containsOnly(new BigDecimal("0.25"));
    }

    @Test
    void aLastYearOfNothingSplitsEvenlyAndLossesWeighNothing() {
        assertThat(YearSplit.lastYear(YEAR, Map.of())).containsOnly(BigDecimal.ONE);
        Map<YearMonth, BigDecimal> before =
                Map.of(YearMonth.of(2025, 1), BigDecimal.TEN, YearMonth.of(2025, 2), new BigDecimal("-5"));
        assertThat(YearSplit.lastYear(YEAR, before)).startsWith(BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static Stream<Integer> split(Kpi kpi, long total, List<BigDecimal> weights) {
        return YearSplit.split(kpi, YEAR, BigDecimal.valueOf(total), weights).values().stream()
                .map(BigDecimal::intValueExact);
    }
}
