package doppelpass.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.Period;
import doppelpass.deals.Pipelines;
import doppelpass.deals.Stage;
import doppelpass.forecast.SomeCourses.Step;
import doppelpass.kpi.Figure;
import doppelpass.kpi.Kpis;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** K31 and K32 of the catalogue, by hand and against what the forecast's own page works out from the same snapshots. */
@DoppelpassTest
class ForecastKpisTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    private final Forecasts forecasts;
    private final Kpis kpis;
    private final Pipelines pipelines;
    private final TestBrowsers browsers;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;

    ForecastKpisTest(
            Forecasts forecasts,
            Kpis kpis,
            Pipelines pipelines,
            TestBrowsers browsers,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.forecasts = forecasts;
        this.kpis = kpis;
        this.pipelines = pipelines;
        this.browsers = browsers;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        clock.set(TestClock.START);
        cast.enter();
        browsers.as("svea").get("/deals/board");
    }

    /**
     * By hand: on Mon 4 May €300 are won already, and €1,000 stand in Negotiation for May, at the 75 % set there: a forecast of
     * €1,050. May brings €300 + €900 = €1,200. Accuracy 1 − 150/1200 = 0.875, bias −150/1200 = −0.125. The win of 2 May is
     * taken back in June: bookings fall to €900, the frozen forecast stays; accuracy 1 − 150/900 = 0.8333.
     */
    @Test
    void aMonthWorkedOutByHand() {
        SomeCourses courses = new SomeCourses(db);
        courses.tell(30_000, List.of(step("created", "Offer", day(4, 20)), step("won", "Won", day(5, 2))));
        long open = courses.tell(100_000, List.of(step("created", "Negotiation", day(4, 25))));
        close(open, LocalDate.of(2026, 5, 20));
        long later = courses.tell(70_000, List.of(step("created", "Negotiation", day(4, 25))));
        close(later, LocalDate.of(2026, 6, 20));
        assertThat(value("K31", MAY)).as("nothing is frozen").isNull();
        freeze(LocalDate.of(2026, 5, 4));
        freeze(LocalDate.of(2026, 5, 11));
        courses.tell(90_000, List.of(step("created", "Offer", day(5, 6)), step("won", "Won", day(5, 28))));

        assertThat(value("K31", MAY)).isEqualByComparingTo("105000");
        assertThat(value("K32", MAY)).isEqualByComparingTo("0.875");
        assertThat(value("K32b", MAY)).isEqualByComparingTo("-0.125");
        assertThat(value("K31", YearMonth.of(2026, 4)))
                .as("April has no snapshot")
                .isNull();
        assertThat(value("K32", YearMonth.of(2026, 4))).isNull();
        assertThat(browsers.as("lena").get("/kpis/K31/records?period=2026-05").body())
                .contains("€300", "€750", "2 entries");

        db.execute("update deals.event set replaced_at = now() where kind = 'won' and amount_minor = 30000");
        assertThat(value("K31", MAY)).isEqualByComparingTo("105000");
        assertThat(value("K32", MAY).setScale(4, RoundingMode.HALF_UP)).isEqualByComparingTo("0.8333");
    }

    @Test
    void ofAnyMonthsTheyAreWhatThePageOfTheForecastSays() {
        long seed = Long.getLong("forecast.seed", System.nanoTime());
        Random random = new Random(seed);
        SomeCourses courses = new SomeCourses(db);
        for (int i = 0; i < 150; i++) {
            Instant at = clock.instant().minus(Duration.ofHours(random.nextInt(24 * 420)));
            List<Step> steps = new ArrayList<>(List.of(step("created", "Offer", at)));
            Instant end = at.plus(Duration.ofHours(1 + random.nextInt(24 * 120)));
            if (end.isBefore(clock.instant()) && random.nextInt(3) > 0)
                steps.add(random.nextBoolean() ? step("won", "Won", end) : step("lost", "Lost", end));
            long deal = courses.tell(1_000L * (1 + random.nextInt(500)), steps);
            if (random.nextInt(5) > 0)
                close(deal, LocalDate.ofInstant(at, BERLIN).plusDays(random.nextInt(200)));
        }
        LocalDate last = LocalDate.of(2026, 6, 1);
        for (int week = 60; week >= 0; week--) if (random.nextInt(4) > 0) freeze(last.minusWeeks(week));

        List<Accuracy> months = forecasts.accuracy();
        assertThat(months).as("seed %d", seed).hasSizeGreaterThan(3);
        for (int back = 1; back <= 12; back++) {
            YearMonth month = YearMonth.of(2026, 6).minusMonths(back);
            Accuracy accuracy = months.stream()
                    .filter(a -> a.month().equals(month.atDay(1)))
                    .findFirst()
                    .orElse(null);
            if (accuracy == null) {
                assertThat(value("K31", month)).as("%s, seed %d", month, seed).isNull();
                assertThat(value("K32", month)).isNull();
                continue;
            }
            assertThat(value("K31", month))
                    .as("%s, seed %d", month, seed)
                    .isEqualByComparingTo(BigDecimal.valueOf(accuracy.forecastMinor()));
            BigDecimal share = value("K32", month);
            if (accuracy.accuracy() == null) assertThat(share).isNull();
            else
                assertThat(share.setScale(4, RoundingMode.HALF_UP))
                        .as("%s, seed %d", month, seed)
                        .isEqualByComparingTo(accuracy.accuracy());
        }
    }

    private BigDecimal value(String code, YearMonth month) {
        return kpis.figure(code, Period.month(month)).map(Figure::value).orElse(null);
    }

    private void freeze(LocalDate monday) {
        Instant due = monday.atTime(6, 0).atZone(BERLIN).toInstant();
        forecasts.freeze(due, due);
    }

    private void close(long deal, LocalDate day) {
        db.execute("update deals.deal set expected_close = ? where id = ?", day, deal);
    }

    private static Instant day(int month, int day) {
        return LocalDate.of(2026, month, day).atTime(10, 0).atZone(BERLIN).toInstant();
    }

    private Step step(String kind, String stage, Instant at) {
        return new Step(
                kind,
                pipelines.all().getFirst().stages().stream()
                        .filter(s -> s.name().equals(stage))
                        .map(Stage::id)
                        .findFirst()
                        .orElseThrow(),
                at);
    }
}
