package doppelpass.kpi;

import static doppelpass.kpi.SomeFacts.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import doppelpass.core.Period;
import doppelpass.testing.DoppelpassTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The same random facts in the database and in plain lists; a naive computation over the lists is the oracle. */
@DoppelpassTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FigureOracleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<String> STATES = List.of("MQL", "SAL", "SQL", "OPPORTUNITY");
    private static final List<YearMonth> MONTHS =
            IntStream.rangeClosed(1, 12).mapToObj(m -> YearMonth.of(2025, m)).toList();
    private static final Instant EARLIER = Instant.parse("2025-11-15T00:00:00Z");

    private final Kpis kpis;
    private final SomeFacts facts;
    private final List<Fact> entries = new ArrayList<>();
    private final List<Fact> events = new ArrayList<>();
    private final List<Cost> costs = new ArrayList<>();

    FigureOracleTest(Kpis kpis, SomeFacts facts) {
        this.kpis = kpis;
        this.facts = facts;
    }

    /** A lead's entry or a deal's event; {@code lead} 0 where a deal has none. */
    record Fact(
            long subject,
            long lead,
            String kind,
            String source,
            long minor,
            Instant at,
            Instant recorded,
            @Nullable Instant replaced) {
        boolean known(@Nullable Instant moment) {
            if (moment == null) return replaced == null;
            return !recorded.isAfter(moment) && (replaced == null || replaced.isAfter(moment));
        }
    }

    record Cost(long minor, LocalDate from, LocalDate to) {}

    @BeforeAll
    void randomFacts() {
        facts.clear();
        Random random = new Random(20260602);
        List<Long> leads = new ArrayList<>();
        for (int i = 0; i < 60; i++) leads.add(lead(random));
        for (int i = 0; i < 60; i++) deal(random, random.nextInt(3) == 0 ? 0 : leads.get(random.nextInt(leads.size())));
        for (int i = 0; i < 25; i++) {
            LocalDate from = LocalDate.of(2024, 11, 1).plusDays(random.nextInt(450));
            Cost cost = new Cost(random.nextInt(100_000), from, from.plusDays(random.nextInt(90)));
            facts.cost(
                    "marketing", cost.minor(), cost.from().toString(), cost.to().toString(), null);
            costs.add(cost);
        }
    }

    @Test
    void firstEntriesCountLikeTheOracleInEveryMonthNowAndAsKnownEarlier() {
        for (Instant moment : moments()) {
            Map<Long, Fact> first = first(entries, f -> f.kind().equals("MQL"), moment);
            each(
                    "K18",
                    moment,
                    (month, value) -> assertThat(value)
                            .isEqualTo(first.values().stream()
                                    .filter(f -> in(f, month))
                                    .count()));
        }
    }

    @Test
    void sumsAveragesAndMediansOfWinsMatchTheOracle() {
        for (Instant moment : moments()) {
            each(
                    "K03",
                    moment,
                    (month, value) ->
                            assertThat(value).isEqualTo(amounts(month, moment).sum()));
            each(
                    "K26",
                    moment,
                    (month, value) -> assertThat(value)
                            .isEqualTo(amounts(month, moment).average().orElse(Double.NaN), within(1e-6)));
            each(
                    "K26b",
                    moment,
                    (month, value) -> assertThat(value)
                            .isEqualTo(median(amounts(month, moment).sorted().toArray()), within(1e-6)));
        }
    }

    @Test
    void winRatesMatchTheOracle() {
        Map<Long, Fact> won = first(events, f -> f.kind().equals("won"), null);
        Map<Long, Fact> decided = first(events, f -> Set.of("won", "lost").contains(f.kind()), null);
        each("K25", null, (month, value) -> {
            double all = decided.values().stream().filter(f -> in(f, month)).count();
            double hits = won.values().stream().filter(f -> in(f, month)).count();
            assertThat(value).isEqualTo(all == 0 ? Double.NaN : hits / all, within(1e-12));
        });
    }

    @Test
    void cohortsMatchTheOracle() {
        for (Instant moment : moments()) {
            Map<Long, Fact> entered = first(entries, f -> f.kind().equals("MQL"), moment);
            each("K23b", moment, (month, value) -> {
                List<Fact> members =
                        entered.values().stream().filter(f -> in(f, month)).toList();
                double hits = members.stream().filter(m -> converted(m, moment)).count();
                assertThat(value).isEqualTo(members.isEmpty() ? Double.NaN : hits / members.size(), within(1e-12));
            });
        }
    }

    @Test
    void costsSpreadByDaysLikeTheOracle() {
        each("K05", null, (month, value) -> {
            double sum = 0;
            for (Cost cost : costs) {
                long days = cost.from()
                        .datesUntil(cost.to().plusDays(1))
                        .filter(d -> YearMonth.from(d).equals(month))
                        .count();
                sum += (double) cost.minor() * days / (ChronoUnit.DAYS.between(cost.from(), cost.to()) + 1);
            }
            assertThat(value).isEqualTo(sum, within(1e-6));
        });
    }

    @Test
    void leakageReplaysTheStatesLikeTheOracle() {
        each("K40", null, (month, value) -> {
            Instant end = month.plusMonths(1).atDay(1).atStartOfDay(BERLIN).toInstant();
            Map<Long, Fact> latest = new TreeMap<>();
            entries.stream()
                    .filter(f -> f.known(null) && f.at().isBefore(end))
                    .sorted(Comparator.comparing(Fact::at))
                    .forEach(f -> latest.put(f.subject(), f));
            double idle = latest.values().stream()
                    .filter(f -> f.at().isBefore(end.minus(30, ChronoUnit.DAYS)))
                    .count();
            assertThat(value).isEqualTo(latest.isEmpty() ? Double.NaN : idle / latest.size(), within(1e-12));
        });
    }

    @Test
    void groupsOfWhatAddsUpSumToTheTotalAndMonthsToTheYear() {
        for (String code : List.of("K03", "K17", "K18", "K21", "K22")) {
            double total =
                    number(kpis.figure(code, Period.year(2025)).orElseThrow().value());
            Question question = new Question(List.of(code), List.of(Period.year(2025)), "source", null);
            assertThat(kpis.figures(question).stream()
                            .mapToDouble(f -> number(f.value()))
                            .sum())
                    .as(code)
                    .isEqualTo(total);
            assertThat(kpis.series(List.of(code), MONTHS).getOrDefault(code, List.of()).stream()
                            .mapToDouble(f -> number(f.value()))
                            .sum())
                    .isEqualTo(total);
        }
        assertThat(kpis.series(List.of("K05"), MONTHS).getOrDefault("K05", List.of()).stream()
                        .mapToDouble(f -> number(f.value()))
                        .sum())
                .isEqualTo(
                        number(kpis.figure("K05", Period.year(2025))
                                .orElseThrow()
                                .value()),
                        within(1e-6));
    }

    @Test
    void asKnownTodayIsTheSameAsRestated() {
        List<String> codes = kpis.all().stream().map(Kpi::code).toList();
        Question now = Question.months(codes, MONTHS);
        assertThat(kpis.figures(now.asKnownAt(Instant.parse("2026-06-02T08:00:00Z"))))
                .isEqualTo(kpis.figures(now));
    }

    private long lead(Random random) {
        Instant created = moment(random);
        String source = List.of("web", "fair", "").get(random.nextInt(3));
        long lead = facts.lead(created, source, null);
        for (String state : STATES) {
            for (int i = random.nextInt(3); i > 0; i--) {
                Instant at = created.plus(random.nextInt(200), ChronoUnit.DAYS).plusSeconds(random.nextInt(9_999));
                Instant recorded = at.plus(random.nextInt(20), ChronoUnit.DAYS);
                Instant replaced = random.nextInt(4) == 0 ? recorded.plus(random.nextInt(60), ChronoUnit.DAYS) : null;
                facts.entry(lead, state, at, recorded, replaced);
                entries.add(new Fact(lead, lead, state, source, 0, at, recorded, replaced));
            }
        }
        return lead;
    }

    private void deal(Random random, long lead) {
        Instant created = moment(random);
        long deal = facts.deal(created, 1, "web", null, lead == 0 ? null : lead);
        for (String kind : List.of("won", "lost")) {
            if (random.nextInt(2) == 0) continue;
            Instant at = created.plus(random.nextInt(160) - 20, ChronoUnit.DAYS);
            Instant recorded = at.plus(random.nextInt(20), ChronoUnit.DAYS);
            Instant replaced = random.nextInt(4) == 0 ? recorded.plus(random.nextInt(60), ChronoUnit.DAYS) : null;
            long minor = random.nextInt(5_000_000);
            facts.event(deal, kind, minor, at, recorded, replaced);
            events.add(new Fact(deal, lead, kind, "web", minor, at, recorded, replaced));
        }
    }

    private static Instant moment(Random random) {
        return Instant.parse("2024-12-01T00:00:00Z").plusSeconds(random.nextInt(400 * 86_400));
    }

    private static List<@Nullable Instant> moments() {
        List<@Nullable Instant> moments = new ArrayList<>();
        moments.add(null);
        moments.add(EARLIER);
        return moments;
    }

    interface Check {
        void month(YearMonth month, double value);
    }

    private void each(String code, @Nullable Instant moment, Check check) {
        List<Figure> figures =
                kpis.figures(Question.months(List.of(code), MONTHS).asKnownAt(moment));
        assertThat(figures).hasSize(12);
        Set<Double> seen = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            boolean begun = moment == null
                    || MONTHS.get(i).atDay(1).atStartOfDay(BERLIN).toInstant().isBefore(moment);
            double value = number(figures.get(i).value());
            seen.add(value);
            if (begun) check.month(MONTHS.get(i), value);
            else assertThat(value).isNaN();
        }
        assertThat(seen).as("figures that differ between months").hasSizeGreaterThan(1);
    }

    private static boolean in(Fact fact, YearMonth month) {
        return YearMonth.from(fact.at().atZone(BERLIN)).equals(month);
    }

    private static Map<Long, Fact> first(List<Fact> facts, Predicate<Fact> filter, @Nullable Instant moment) {
        Map<Long, Fact> first = new TreeMap<>();
        facts.stream()
                .filter(filter)
                .filter(f -> f.known(moment))
                .sorted(Comparator.comparing(Fact::at))
                .forEach(f -> first.putIfAbsent(f.subject(), f));
        return first;
    }

    private boolean converted(Fact member, @Nullable Instant moment) {
        return entries.stream()
                .anyMatch(f -> f.subject() == member.subject()
                        && f.kind().equals("SAL")
                        && f.known(moment)
                        && !f.at().isBefore(member.at())
                        && !f.at().atZone(BERLIN)
                                .isAfter(member.at().atZone(BERLIN).plusDays(30)));
    }

    private java.util.stream.DoubleStream amounts(YearMonth month, @Nullable Instant moment) {
        return events.stream()
                .filter(f -> f.kind().equals("won") && f.known(moment) && in(f, month))
                .mapToDouble(Fact::minor);
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        if (n == 0) return Double.NaN;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
