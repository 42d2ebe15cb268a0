package doppelpass.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import doppelpass.core.Period;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.web.Refusal;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class TargetsTest {
    private final Targets targets;
    private final TestBrowsers browsers;
    private final Cast cast;
    private final DSLContext db;

    TargetsTest(Targets targets, TestBrowsers browsers, Cast cast, DSLContext db) {
        this.targets = targets;
        this.browsers = browsers;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void nothingPlanned() {
        db.execute("truncate targets.plan");
    }

    @Test
    void countsAddUpAndAHoleMeansNoPlan() {
        change("K17", Map.of(1, "100", 2, "110", 3, "90"));
        assertThat(targets.plan("K17", Period.quarter(2026, 1)).orElseThrow()).isEqualByComparingTo("300");
        assertThat(targets.plan("K17", Period.year(2026))).isEmpty();
        assertThat(targets.plan("K17", Period.parse("2026-01-10/2026-02-10"))).isEmpty();
    }

    @Test
    void sharesAreTheMeanByDaysAndAStockIsTheLastMonth() {
        change("K25", Map.of(1, "0.20", 2, "0.30"));
        change("K40", Map.of(1, "0.10", 2, "0.05"));
        Period both = Period.months(YearMonth.of(2026, 1), 2);
        assertThat(targets.plan("K25", both).orElseThrow().doubleValue())
                .isEqualTo((31 * 0.2 + 28 * 0.3) / 59, within(1e-12));
        assertThat(targets.plan("K40", both).orElseThrow()).isEqualByComparingTo("0.05");
    }

    @Test
    void anAverageOfMoneyDoesNotAddUp() {
        change("K26", Map.of(1, "2000000", 2, "2000000"));
        assertThat(targets.plan("K26", Period.months(YearMonth.of(2026, 1), 2)).orElseThrow())
                .isEqualByComparingTo("2000000");
    }

    @Test
    void aChangedPlanNeedsAReasonAndKeepsTheOldOne() {
        change("K17", Map.of(1, "100"));
        assertThatThrownBy(() -> targets.change("K17", 2026, values(Map.of(1, "120")), " ", cast.person("carlo")))
                .isInstanceOf(Refusal.class)
                .hasMessage("targets.error.reason");
        targets.change("K17", 2026, values(Map.of(1, "120")), "Second fair", cast.person("carlo"));
        targets.change("K17", 2026, values(Map.of(1, "120")), "", cast.person("carlo"));
        assertThat(db.fetchCount(org.jooq.impl.DSL.table("targets.plan"))).isEqualTo(2);
        assertThat(targets.plan("K17", Period.month(YearMonth.of(2026, 1))).orElseThrow())
                .isEqualByComparingTo("120");
    }

    @Test
    void impossiblePlansAreRefused() {
        assertThatThrownBy(() -> change("K17", Map.of(1, "1.5"))).hasMessage("targets.error.count");
        assertThatThrownBy(() -> change("K25", Map.of(1, "1.2"))).hasMessage("targets.error.share");
        assertThatThrownBy(() -> change("K23ap", Map.of(1, "0.5"))).isInstanceOf(Refusal.class);
    }

    @Test
    void controllingSplitsAYearLooksAtItAndSaves() {
        var carlo = browsers.as("carlo");
        String sheet =
                carlo.get("/targets/K17?year=2027&total=1200&weights=even").body();
        assertThat(sheet).contains("name=\"m1\"", "value=\"100\"", "not signed by both teams");
        assertThat(db.fetchCount(org.jooq.impl.DSL.table("targets.plan")))
                .as("looking changes nothing")
                .isZero();
        Map<String, String> form = new HashMap<>(Map.of("year", "2027"));
        for (int m = 1; m <= 12; m++) form.put("m" + m, "100");
        assertThat(carlo.send("PUT", "/targets/K17", form).statusCode()).isEqualTo(302);
        assertThat(browsers.as("svea").get("/targets?year=2027&show=planned").body())
                .contains("New leads", "1,200");
    }

    @Test
    void theTeamsReadPlansAndLeadershipAndControllingWriteThem() {
        var svea = browsers.as("svea");
        assertThat(svea.get("/targets").statusCode()).isEqualTo(200);
        assertThat(svea.get("/targets/K17").statusCode()).isEqualTo(403);
        assertThat(browsers.as("lena").get("/targets/K17").statusCode()).isEqualTo(200);
    }

    @Test
    void aPlanShowsBesideTheFigure() {
        targets.change("K17", 2026, values(Map.of(5, "50")), "", cast.person("carlo"));
        assertThat(browsers.as("svea").get("/kpis?period=2026-05&q=K17").body()).contains(">50<", "off plan");
    }

    private void change(String code, Map<Integer, String> months) {
        targets.change(code, 2026, values(months), "", cast.person("carlo"));
    }

    private static Map<YearMonth, BigDecimal> values(Map<Integer, String> months) {
        Map<YearMonth, BigDecimal> values = new HashMap<>();
        months.forEach((month, value) -> values.put(YearMonth.of(2026, month), new BigDecimal(value)));
        return values;
    }
}
