package doppelpass.kpi;

import static doppelpass.kpi.SomeFacts.at;
import static doppelpass.kpi.SomeFacts.month;
import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.Period;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hand-made facts whose figures can be checked on paper. */
@DoppelpassTest
class KpisTest {
    private final Kpis kpis;
    private final SomeFacts facts;
    private final TestClock clock;

    KpisTest(Kpis kpis, SomeFacts facts, TestClock clock) {
        this.kpis = kpis;
        this.facts = facts;
        this.clock = clock;
    }

    @BeforeEach
    void empty() {
        facts.clear();
        clock.set(TestClock.START);
    }

    @Test
    void everyStartDefinitionIsInForceAndUnsigned() {
        assertThat(kpis.all()).hasSize(57).noneMatch(Kpi::agreed);
        assertThat(kpis.all()).extracting(Kpi::code).contains("K01", "K23a", "K23ep", "K42e", "K60");
    }

    @Test
    void everyStartDefinitionCanBeWorkedOutWithoutAnyFact() {
        Period may = month("2026-05");
        for (Kpi kpi : kpis.all()) {
            Figure figure = kpis.figure(kpi.code(), may).orElseThrow();
            boolean counts = kpi.unit() == Unit.COUNT
                    || List.of("K01", "K02", "K03", "K05", "K06", "K60").contains(kpi.code());
            assertThat(figure.value()).as(kpi.code()).isEqualTo(counts ? BigDecimal.ZERO : null);
        }
    }

    @Test
    void bookingsAreTheWonAmountsInTheMonthOfTheWinInTheOrganisationsZone() {
        long deal = facts.deal(at("2026-01-10"), 10_000, "web", null, null);
        facts.event(deal, "won", 12_000, at("2026-03-31T22:30:00Z"));
        assertThat(value("K03", "2026-03")).isEqualTo(0);
        assertThat(value("K03", "2026-04")).isEqualTo(12_000);
    }

    @Test
    void aReopenedDealLeavesItsMonthButStaysInWhatWasKnownThen() {
        long deal = facts.deal(at("2026-01-10"), 10_000, "web", null, null);
        facts.event(deal, "won", 10_000, at("2026-03-10"), at("2026-03-11"), at("2026-04-20"));
        Question march = Question.of("K03", month("2026-03"));
        assertThat(value("K03", "2026-03")).isZero();
        assertThat(only(march.asKnownAt(at("2026-04-01")))).isEqualTo(10_000);
        assertThat(only(march.asKnownAt(at("2026-04-21")))).isZero();
        assertThat(only(march.asKnownAt(at("2026-03-10")))).isZero();
    }

    @Test
    void aCostAccruesByDaysOfItsServicePeriod() {
        facts.cost("marketing", 3_100, "2026-01-15", "2026-02-14", null);
        facts.cost("sales", 999, "2026-01-01", "2026-01-31", null);
        assertThat(value("K05", "2026-01")).isEqualTo(1_700);
        assertThat(value("K05", "2026-02")).isEqualTo(1_400);
        assertThat(value("K06", "2026-01")).isEqualTo(999);
    }

    @Test
    void profitContributionIsRevenueLessCostOfSalesAndBothTeamsCost() {
        facts.revenue(55_000_000, 23_100_000L, "2026-05-04", "posted");
        facts.revenue(1_000, 0L, "2026-05-05", "cancelled");
        facts.cost("marketing", 10_500_000, "2026-05-01", "2026-05-31", null);
        facts.cost("sales", 11_200_000, "2026-05-01", "2026-05-31", null);
        assertThat(value("K01", "2026-05")).isEqualTo(10_200_000);
        assertThat(value("K04", "2026-05")).isEqualTo(0.58);
    }

    @Test
    void theMarginIsThatOfRevenueWhoseCostIsKnownAndSaysHowMuchThatIs() {
        facts.revenue(30_000, 12_000L, "2026-05-04", "posted");
        facts.revenue(70_000, null, "2026-05-05", "posted");
        assertThat(value("K04", "2026-05")).isEqualTo(0.6);
        assertThat(value("K04b", "2026-05")).isEqualTo(0.3);
        assertThat(value("K01", "2026-05")).as("an upper bound").isEqualTo(88_000);
    }

    @Test
    void withoutAnyKnownCostTheMarginIsUndefinedAndNotAHundredPercent() {
        facts.revenue(70_000, null, "2026-05-05", "posted");
        assertThat(value("K04", "2026-05")).isNaN();
        assertThat(value("K04b", "2026-05")).isZero();
        facts.revenue(10_000, 0L, "2026-05-06", "posted");
        assertThat(value("K04", "2026-05")).as("a cost of zero is known").isEqualTo(1);
    }

    @Test
    void winRateCountsWonOfDecidedWithItsInterval() {
        for (int i = 0; i < 182; i++) {
            long deal = facts.deal(at("2026-04-01"), 100, "web", null, null);
            facts.event(deal, i < 44 ? "won" : "lost", 100, at("2026-05-02"));
        }
        Figure rate = kpis.figure("K25", month("2026-05")).orElseThrow();
        assertThat(SomeFacts.number(rate.value())).isEqualTo(44 / 182.0);
        assertThat(rate.n()).isEqualTo(182);
        assertThat(rate.interval().orElseThrow().low()).isEqualTo(0.185, org.assertj.core.api.Assertions.within(5e-4));
        assertThat(rate.interval().orElseThrow().high()).isEqualTo(0.309, org.assertj.core.api.Assertions.within(5e-4));
    }

    @Test
    void aLeadCountsOnceAsMqlHoweverOftenItComesBack() {
        long lead = facts.lead(at("2026-01-02"), "web", null);
        facts.entry(lead, "MQL", at("2026-01-10"));
        facts.entry(lead, "MQL", at("2026-03-10"));
        assertThat(value("K18", "2026-01")).isEqualTo(1);
        assertThat(value("K18", "2026-03")).isZero();
    }

    @Test
    void aConversionFollowsTheCohortOnlyWithinItsMaturity() {
        String[] accepted = {"2026-03-01", "2026-03-20", "2026-01-20"};
        for (String day : accepted) {
            long lead = facts.lead(at("2026-01-02"), "web", null);
            facts.entry(lead, "MQL", at("2026-02-04"));
            facts.entry(lead, "SAL", at(day));
        }
        facts.entry(facts.lead(at("2026-01-02"), "web", null), "MQL", at("2026-02-05"));
        Figure rate = kpis.figure("K23b", month("2026-02")).orElseThrow();
        assertThat(SomeFacts.number(rate.value()))
                .as("one in time, one too late, one before")
                .isEqualTo(0.25);
        assertThat(rate.n()).isEqualTo(4);
        assertThat(rate.immature()).isFalse();
        assertThat(kpis.figure("K23b", month("2026-05")).orElseThrow().immature())
                .isTrue();
    }

    @Test
    void aDealWonBeforeItWasOpenedCountsWithItsNegativeDays() {
        long early = facts.deal(at("2026-05-10"), 100, "web", null, null);
        facts.event(early, "won", 100, at("2026-05-05"));
        assertThat(value("K27", "2026-05")).isEqualTo(-5);
    }

    @Test
    void speedToLeadIsBusinessTimeAndOpenOnesCountWithTheirAge() {
        long lead = facts.lead(at("2026-06-01"), "web", null);
        // Wednesday 16:20, holiday on Thursday, accepted Friday 11:50 Berlin time: four business hours
        facts.handover(
                lead, at("2026-06-03T14:20:00Z"), at("2026-06-05T09:50:00Z"), "accepted", at("2026-06-05T09:50:00Z"));
        clock.set(at("2026-06-08T06:30:00Z"));
        assertThat(value("K36", "2026-06")).isEqualTo(4);
        long waiting = facts.lead(at("2026-06-01"), "web", null);
        facts.handover(waiting, at("2026-06-05T10:00:00Z"), at("2026-06-08T10:00:00Z"), null, null);
        assertThat(value("K36", "2026-06"))
                .as("median of 4 and 3 business hours")
                .isEqualTo(3.5);
    }

    @Test
    void promisesCountWhenTheyFallDueAndOverdueOnesAreBroken() {
        facts.handover(
                facts.lead(at("2026-05-01"), "web", null),
                at("2026-05-04"),
                at("2026-05-05"),
                "accepted",
                at("2026-05-04"));
        facts.handover(facts.lead(at("2026-05-01"), "web", null), at("2026-05-04"), at("2026-05-05"), null, null);
        facts.handover(facts.lead(at("2026-05-01"), "web", null), at("2026-06-01"), at("2026-06-09"), null, null);
        Figure may = kpis.figure("K37", month("2026-05")).orElseThrow();
        assertThat(SomeFacts.number(may.value())).isEqualTo(0.5);
        assertThat(kpis.figure("K37", month("2026-06")).orElseThrow().value())
                .as("not due yet")
                .isNull();
    }

    @Test
    void aLeadLeaksWhenNothingHappensForThirtyDays() {
        long idle = facts.lead(at("2026-02-01"), "web", null);
        long called = facts.lead(at("2026-02-01"), "web", null);
        long nurtured = facts.lead(at("2026-02-01"), "web", null);
        facts.entry(idle, "SAL", at("2026-02-01"));
        facts.entry(called, "SAL", at("2026-02-01"));
        facts.activity(called, at("2026-03-25"));
        facts.entry(nurtured, "NURTURE", at("2026-02-01"));
        assertThat(value("K40", "2026-03")).isEqualTo(0.5);
        assertThat(value("K40", "2026-02")).isEqualTo(0);
    }

    @Test
    void acquisitionCostLooksBackByTheLeadToWinTime() {
        facts.cost("marketing", 10_500_000, "2026-03-01", "2026-03-31", null);
        facts.cost("sales", 11_200_000, "2026-03-01", "2026-03-31", null);
        facts.cost("marketing", 77, "2026-05-01", "2026-05-31", null);
        for (int i = 0; i < 44; i++) {
            long lead = facts.lead(at("2026-03-10"), "web", null);
            facts.event(facts.deal(at("2026-04-01"), 100, "web", null, lead), "won", 100, at("2026-05-10"));
        }
        assertThat(value("K28", "2026-05")).isEqualTo(61);
        assertThat(value("K07", "2026-05")).isEqualTo(493_181.82, org.assertj.core.api.Assertions.within(0.005));
    }

    @Test
    void theFutureHasNoFigures() {
        assertThat(kpis.figure("K17", month("2026-07")).orElseThrow().value()).isNull();
    }

    @Test
    void groupsAddUpToTheTotalAndAKpiWithoutTheDimensionIsLeftOut() {
        long fair = facts.campaign("Fair", "Trade show");
        facts.event(facts.deal(at("2026-05-01"), 0, "web", fair, null), "won", 300, at("2026-05-02"));
        facts.event(facts.deal(at("2026-05-01"), 0, "", null, null), "won", 50, at("2026-05-03"));
        facts.cost("marketing", 100, "2026-05-01", "2026-05-02", fair);
        Question may = new Question(List.of("K03", "K60", "K37"), List.of(month("2026-05")), "campaign-type", null);
        assertThat(kpis.figures(may))
                .extracting(f -> f.code() + " " + f.group() + " " + (int) SomeFacts.number(f.value()))
                .containsExactly("K03 Trade show 300", "K03 null 50", "K60 Trade show 200", "K60 null 50");
    }

    @Test
    void aSeriesHasAFigureForEveryMonth() {
        facts.lead(at("2026-02-10"), "web", null);
        List<YearMonth> months = List.of(YearMonth.of(2026, 1), YearMonth.of(2026, 2), YearMonth.of(2026, 3));
        assertThat(kpis.series(List.of("K17", "K25"), months).get("K17"))
                .extracting(f -> SomeFacts.number(f.value()))
                .containsExactly(0.0, 1.0, 0.0);
    }

    @Test
    void wherePathsAreNestedTheChainOfConversionsIsTheWholeConversion() {
        List<String> states = List.of("MQL", "SAL", "SQL", "OPPORTUNITY");
        Random random = new Random(7);
        Instant start = Instant.parse("2025-03-01T10:00:00Z");
        for (int i = 0; i < 60; i++) {
            long lead = facts.lead(start, "web", null);
            int reached = random.nextInt(5);
            for (int s = 0; s < reached; s++) facts.entry(lead, states.get(s), start.plus(s, ChronoUnit.DAYS));
        }
        Period year = Period.year(2025);
        double chain = Stream.of("K23a", "K23b", "K23c", "K23d")
                .mapToDouble(code ->
                        SomeFacts.number(kpis.figure(code, year).orElseThrow().value()))
                .reduce(1, (a, b) -> a * b);
        double reached = SomeFacts.number(kpis.figure("K17", year).orElseThrow().value());
        double through = Stream.of("K23dp", "K23cp", "K23bp", "K23ap")
                .mapToDouble(code ->
                        SomeFacts.number(kpis.figure(code, year).orElseThrow().value()))
                .reduce(reached, (a, b) -> a * b);
        assertThat(chain * reached).isEqualTo(through, org.assertj.core.api.Assertions.within(1e-9));
    }

    private double value(String code, String month) {
        return only(Question.of(code, month(month)));
    }

    private double only(Question question) {
        @Nullable BigDecimal value = kpis.figures(question).getFirst().value();
        return SomeFacts.number(value);
    }
}
