package doppelpass.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.BusinessWeek;
import doppelpass.core.Period;
import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.kpi.plug.Measure;
import doppelpass.kpi.plug.Measures;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Figures from what was kept are those worked out live, whatever happens in between and beside. */
@DoppelpassTest
class RollUpsTest {
    private static final List<YearMonth> MONTHS =
            IntStream.range(0, 18).mapToObj(YearMonth.of(2025, 1)::plusMonths).toList();
    private static final List<String> CUTS =
            List.of("source", "campaign", "campaign-type", "state", "stage", "reason", "channel", "kind");

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final Kpis kpis;
    private final FactTable live;
    private final ChangeTable changes;
    private final SomeFacts facts;
    private final DSLContext db;
    private final TransactionTemplate transactions;
    private final Organisations organisations;
    private final List<Measures> plugs;
    private final TestClock clock;
    private final List<String> codes;
    private final Random random = new Random(20261126);
    private final List<Long> campaigns = new ArrayList<>();

    RollUpsTest(
            Kpis kpis,
            FactTable live,
            ChangeTable changes,
            SomeFacts facts,
            DSLContext db,
            TransactionTemplate transactions,
            Organisations organisations,
            List<Measures> plugs,
            TestClock clock) {
        this.kpis = kpis;
        this.live = live;
        this.changes = changes;
        this.facts = facts;
        this.db = db;
        this.transactions = transactions;
        this.organisations = organisations;
        this.plugs = plugs;
        this.clock = clock;
        this.codes = kpis.all().stream().map(Kpi::code).toList();
    }

    @BeforeEach
    void someHistory() {
        facts.clear();
        campaigns.clear();
        db.execute("update kpi.definition set formula = '{\"count\":\"leads.created\"}' where code = 'K17'");
        campaigns.add(facts.campaign("Fair", "Conference"));
        campaigns.add(facts.campaign("Letter", "Email"));
        for (int i = 0; i < 40; i++) happen(i);
    }

    @Test
    void whateverHappensKeptFiguresEqualLiveOnes() {
        sameAsLive();
        for (int i = 0; i < 60; i++) {
            happen(random.nextInt(1000));
            if (i % 20 == 0) changes.merge();
            sameAsLive();
        }
    }

    @Test
    void whatOthersHaveNotCommittedCountsForThemAlone() {
        sameAsLive();
        for (int i = 0; i < 15; i++) {
            boolean commit = random.nextBoolean();
            int what = random.nextInt(1000);
            transactions.executeWithoutResult(status -> {
                happen(what);
                sameAsLive();
                CompletableFuture.runAsync(this::sameAsLive).join();
                if (!commit) status.setRollbackOnly();
            });
            sameAsLive();
        }
    }

    @Test
    void whatIsKeptIsNotAskedAgainUntilAChangeIsNoted() {
        Instant may = SomeFacts.at("2026-05-05");
        facts.lead(may, "web", null);
        double before = leadsInMay();
        transactions.executeWithoutResult(status -> {
            db.execute("alter table leads.lead disable trigger user");
            facts.lead(may, "web", null);
            db.execute("alter table leads.lead enable trigger user");
        });
        assertThat(leadsInMay()).as("nobody noted the change").isEqualTo(before);
        facts.lead(SomeFacts.at("2026-06-15"), "web", null);
        assertThat(leadsInMay()).as("June's change leaves May alone").isEqualTo(before);
        facts.lead(may, "web", null);
        assertThat(leadsInMay()).isEqualTo(before + 2);
    }

    @Test
    void whatTimeAloneChangesIsSeenAQuarterOfAMinuteLaterAndAChangeAtOnce() {
        clock.set(Instant.parse("2026-06-02T08:00:00Z"));
        long lead = facts.lead(clock.instant(), "web", null);
        long other = facts.lead(clock.instant(), "web", null);
        facts.handover(lead, clock.instant(), clock.instant().plusSeconds(5), null, null);
        long before = promisesInJune();
        clock.advance(Duration.ofSeconds(10));
        assertThat(promisesInJune()).isEqualTo(before);
        clock.advance(Duration.ofSeconds(6));
        assertThat(promisesInJune()).isEqualTo(before + 1);
        facts.handover(other, clock.instant(), clock.instant(), null, null);
        assertThat(promisesInJune()).isEqualTo(before + 2);
    }

    @Test
    void whoAsksAtTheSameTimeIsToldTheSame() {
        Question all = Question.months(codes, MONTHS);
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 10; i++) happen(random.nextInt(1000));
            List<CompletableFuture<List<Figure>>> asked = IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> plain(kpis.figures(all)), THREADS))
                    .toList();
            List<Figure> expected = plain(kpis.figures(all, live::cells));
            asked.forEach(told -> assertThat(told.join()).isEqualTo(expected));
        }
    }

    @Test
    void otherOpeningHoursAnotherZoneAndAnotherFormulaAskForSomethingElse() {
        offerAnswered(Instant.parse("2026-05-04T05:00:00Z"));
        facts.lead(Instant.parse("2026-05-31T22:30:00Z"), "web", null);
        Question may = Question.months(List.of("K36", "K17"), MONTHS);
        List<Figure> before = plain(kpis.figures(may));
        Organisation usual = organisations.get();
        organisations.change(new Organisation(
                usual.name(),
                usual.language(),
                ZoneId.of("UTC"),
                usual.currency(),
                usual.fiscalMonth(),
                usual.country(),
                usual.region(),
                BusinessWeek.parse("Mo-Fr 06:00-09:00")));
        assertThat(plain(kpis.figures(may))).isNotEqualTo(before);
        same(may);
        organisations.change(usual);
        assertThat(plain(kpis.figures(may))).isEqualTo(before);
        db.execute(
                "update kpi.definition set formula = '{\"count\":\"leads.created\",\"where\":{\"source\":[\"nowhere\"]}}'"
                        + " where code = 'K17'");
        assertThat(leadsInMay()).isZero();
    }

    private void offerAnswered(Instant at) {
        facts.handover(facts.lead(at, "fair", null), at, at.plusSeconds(90_000), "accepted", at.plusSeconds(9_000));
    }

    @Test
    void aTruncatedLogDoesNotBringOldFiguresBack() {
        Instant may = SomeFacts.at("2026-05-05");
        long version = version();
        facts.lead(may, "web", null);
        double before = leadsInMay();
        db.execute("truncate kpi.change restart identity");
        facts.lead(may, "web", null);
        assertThat(leadsInMay()).isEqualTo(before + 1);
        assertThat(version()).isGreaterThan(version);
    }

    @Test
    void mergingTheLogShortensItAndKeepsEverySum() {
        for (int i = 0; i < 5; i++) facts.lead(SomeFacts.at("2026-05-05"), "web", null);
        long version = version();
        int rows = db.fetchCount(org.jooq.impl.DSL.table("kpi.change"));
        changes.merge();
        assertThat(version()).isEqualTo(version);
        assertThat(db.fetchCount(org.jooq.impl.DSL.table("kpi.change"))).isLessThan(rows);
    }

    /** Titles come from contacts and companies; everything else a measure's view reads has to be watched. */
    @Test
    void everyTableBehindAMeasureIsWatched() {
        for (Measure measure :
                plugs.stream().flatMap(plug -> plug.measures().stream()).toList()) {
            Set<String> reads = new HashSet<>(measure.reads());
            measure.dimensionReads().values().forEach(reads::addAll);
            for (String table : tables(measure)) {
                if (table.startsWith("contacts.")) continue;
                Set<String> watched = new HashSet<>(db.fetch(
                                "select split_part(encode(tgargs, 'escape'), '\\000', 1) from pg_trigger where tgrelid = {0}::regclass",
                                org.jooq.impl.DSL.val(table))
                        .into(String.class));
                assertThat(watched)
                        .as("%s reads %s: watch it and name the source in its reads", measure.key(), table)
                        .anyMatch(reads::contains);
            }
        }
    }

    private List<String> tables(Measure measure) {
        return db.fetch(
                        """
                        with recursive behind as (
                          select {0}::regclass::oid as oid
                          union
                          select d.refobjid from behind b join pg_rewrite r on r.ev_class = b.oid
                          join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
                            and d.refclassid = 'pg_class'::regclass)
                        select c.oid::regclass::text from behind join pg_class c using (oid) where c.relkind = 'r'
                        """,
                        org.jooq.impl.DSL.val(measure.facts().getSchema().getName() + "."
                                + measure.facts().getName()))
                .into(String.class);
    }

    private long version() {
        return changes.versions().before(java.time.LocalDate.of(2026, 6, 1), List.of("leads.lead"));
    }

    private long promisesInJune() {
        return kpis.figure("K37", SomeFacts.month("2026-06")).orElseThrow().n();
    }

    private double leadsInMay() {
        return SomeFacts.number(
                kpis.figure("K17", SomeFacts.month("2026-05")).orElseThrow().value());
    }

    private void sameAsLive() {
        String cut;
        List<String> some = new ArrayList<>(codes);
        synchronized (random) {
            cut = CUTS.get(random.nextInt(CUTS.size()));
            Collections.shuffle(some, random);
        }
        same(Question.months(some.subList(0, 16), MONTHS));
        same(new Question(codes, List.of(Period.year(2025)), null, null));
        same(Question.months(codes, MONTHS.subList(6, 9)).by(cut));
    }

    private void same(Question question) {
        assertThat(plain(kpis.figures(question))).isEqualTo(plain(kpis.figures(question, live::cells)));
    }

    /** 332.0 is 332: how many zeros the driver writes is not the figure. */
    private static List<Figure> plain(List<Figure> figures) {
        return figures.stream()
                .map(f -> new Figure(
                        f.code(),
                        f.period(),
                        f.group(),
                        f.unit(),
                        f.value() == null ? null : f.value().stripTrailingZeros(),
                        f.n(),
                        f.hits(),
                        f.immature()))
                .toList();
    }

    private void happen(int what) {
        Instant at = SomeFacts.at("2025-01-01").plus(random.nextInt(515), ChronoUnit.DAYS);
        switch (what % 20) {
            case 0, 1, 2 -> facts.lead(at, pick("web", "fair"), random.nextBoolean() ? campaigns.getFirst() : null);
            case 3, 4, 5 -> facts.entry(lead(at), pick("MQL", "SAL", "SQL"), at);
            case 6 -> facts.deal(at, random.nextInt(100_000), "web", campaigns.getLast(), lead(at));
            case 7, 8 -> facts.event(deal(at), pick("won", "lost"), random.nextInt(100_000), at);
            case 9 ->
                facts.cost(
                        pick("marketing", "sales"),
                        random.nextInt(9_000),
                        day(at),
                        day(at.plusSeconds(5_000_000)),
                        null);
            case 10 ->
                facts.revenue(
                        random.nextInt(90_000),
                        random.nextBoolean() ? (long) random.nextInt(40_000) : null,
                        day(at),
                        "posted");
            case 11 -> offer(at);
            case 12 ->
                db.execute("update leads.handover set first_response_at = offered_at + interval '3 hours' where "
                        + one("leads.handover"));
            case 13 -> facts.activity(lead(at), at);
            case 14 -> db.execute("update leads.entry set replaced_at = now() where " + one("leads.entry"));
            case 15 ->
                db.execute(
                        "update leads.lead set source = 'other', state = case when state = 'NEW' then 'MERGED' else state end where "
                                + one("leads.lead"));
            case 16 ->
                db.execute("update campaigns.campaign set name = name || 'x' where " + one("campaigns.campaign"));
            case 17 ->
                db.execute("update deals.deal set lead_id = null, created_at = created_at - interval '9 days' where "
                        + one("deals.deal"));
            case 18 ->
                db.execute("delete from leads.lead l where " + one("leads.lead")
                        + " and not exists (select from deals.deal d where d.lead_id = l.id)");
            default -> db.execute("delete from campaigns.cost where " + one("campaigns.cost"));
        }
    }

    private void offer(Instant at) {
        long lead = facts.lead(at.minus(2, ChronoUnit.DAYS), "fair", null);
        boolean answered = random.nextBoolean();
        facts.handover(
                lead,
                at,
                at.plusSeconds(90_000),
                answered ? pick("accepted", "returned") : null,
                answered ? at.plusSeconds(80_000) : null);
    }

    /** A row by chance; the seed decides. */
    private String one(String table) {
        return "id = (select id from " + table + " order by id offset floor(" + random.nextDouble()
                + " * (select count(*) from " + table + ")) limit 1)";
    }

    private long lead(Instant at) {
        List<Long> ids = db.fetch("select id from leads.lead order by id").into(Long.class);
        return ids.isEmpty() ? facts.lead(at, "web", null) : ids.get(random.nextInt(ids.size()));
    }

    private long deal(Instant at) {
        List<Long> ids = db.fetch("select id from deals.deal order by id").into(Long.class);
        return ids.isEmpty() ? facts.deal(at, 100, "web", null, null) : ids.get(random.nextInt(ids.size()));
    }

    private static String day(Instant at) {
        return at.toString().substring(0, 10);
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }
}
