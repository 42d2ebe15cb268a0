package doppelpass.quality;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.Period;
import doppelpass.core.TeamFunction;
import doppelpass.kpi.Kpis;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.work.Queue;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class DataCareTest {
    private final DataCare care;
    private final TestBrowsers browsers;
    private final TestClock clock;
    private final DSLContext db;
    private final Queue queue;
    private final Kpis kpis;

    DataCareTest(DataCare care, TestBrowsers browsers, TestClock clock, DSLContext db, Queue queue, Kpis kpis) {
        this.care = care;
        this.browsers = browsers;
        this.clock = clock;
        this.db = db;
        this.queue = queue;
        this.kpis = kpis;
    }

    @BeforeEach
    void nothingToMend() {
        clock.set(TestClock.START);
        db.execute(
                "truncate quality.snapshot, deals.event, quality.exemption, quality.refused, deals.deal, leads.lead, contacts.contact, contacts.company, duplicates.pair, timeline.activity restart identity cascade");
    }

    @Test
    void aDealOlderThanItsLeadIsFoundAndTheOthersAreNot() {
        lead(1, "2026-05-10 09:00+02");
        deal("Too early", 1, "2026-05-01 09:00+02", "2026-07-01", 5);
        deal("In order", 1, "2026-05-11 09:00+02", "2026-07-01", 5);
        deal("Same moment", 1, "2026-05-10 09:00+02", "2026-07-01", 5);

        Result result = care.result(care.check("deals.olderThanLead"));
        assertThat(result.found()).isEqualTo(1);
        assertThat(result.examined()).isEqualTo(3);
        String page = browsers.as("mara").get("/data-care/deals.olderThanLead").body();
        assertThat(page)
                .contains("/deals/1\"", "Too early", "Opened 1 May 2026, its lead only 10 May 2026")
                .doesNotContain("In order", "Same moment");
    }

    @Test
    void anOpenDealIsOverdueFromTheDayAfterItsCloseDate() {
        deal("Yesterday", null, "2026-05-01 09:00+02", "2026-06-01", 5);
        deal("Today", null, "2026-05-01 09:00+02", "2026-06-02", 5);
        assertThat(found("deals.overdue")).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        assertThat(found("deals.overdue")).isEqualTo(2);
        db.execute(
                "update deals.deal set stage_id = (select id from deals.stage where kind = 'won'), closed_at = now()");
        assertThat(found("deals.overdue")).isZero();
        assertThat(found("deals.wonWithoutCompany")).isEqualTo(2);
    }

    @Test
    void aDealWithoutAmountIsFoundUnlessItIsLost() {
        deal("Nothing", null, "2026-05-01 09:00+02", "2026-07-01", 0);
        assertThat(found("deals.noAmount")).isEqualTo(1);
        db.execute("update deals.deal set stage_id = (select id from deals.stage where kind = 'lost')");
        assertThat(found("deals.noAmount")).isZero();
    }

    @Test
    void contactsNobodyCanReachAndLeadsNobodyMovesAreFound() {
        db.execute("insert into contacts.contact (last_name, created_at) values ('Stumm', now())");
        db.execute("insert into contacts.contact (last_name, phone, created_at) values ('Laut', '+49 89 1', now())");
        assertThat(found("contacts.unreachable")).isEqualTo(1);
        assertThat(found("contacts.noCompany")).isEqualTo(2);

        String lead = "insert into leads.lead (contact_id, state, created_at, state_since, updated_at) values ";
        db.execute(lead + "(1, 'SAL', '2026-04-01', '2026-04-01', '2026-04-01')");
        db.execute(lead + "(2, 'WON', '2026-04-01', '2026-04-01', '2026-04-01')");
        assertThat(found("leads.still")).isEqualTo(1);
        db.execute("insert into timeline.activity (kind, lead_id, occurred_at) values ('call', 1, '2026-05-20')");
        assertThat(found("leads.still")).isZero();
    }

    @Test
    void leadsThatWaitLongerThanTheirStateAllowsAreFoundToTheHour() {
        db.execute("insert into contacts.contact (last_name, created_at) values ('Kern', now())");
        // it is Tuesday 10:00 in Berlin: one business day before was Monday 10:00, ten before Monday 18 May (Whit
        // Monday out)
        found("leads.triage", "NEW", "2026-06-01 09:59+02", "2026-06-01 10:01+02");
        found("leads.idle", "OPEN", "2026-05-18 09:59+02", "2026-05-18 10:01+02");
        found("leads.qualified", "SQL", "2026-05-18 09:59+02", "2026-05-18 10:01+02");
        // twenty before: Thursday 30 April, with Labour Day and Ascension out too
        found("leads.accepted", "SAL", "2026-04-30 09:59+02", "2026-04-30 10:01+02");
        db.execute("update leads.lead set state = 'NURTURE', revisit_on = '2026-06-02'");
        assertThat(found("leads.revisit")).isEqualTo(1);
        db.execute("update leads.lead set revisit_on = '2026-06-03'");
        assertThat(found("leads.revisit")).isZero();
    }

    private void found(String check, String state, String over, String within) {
        db.execute("delete from leads.lead");
        db.execute("insert into leads.lead (contact_id, state, created_at, state_since) select max(id), '" + state
                + "', '2026-01-01', '" + over + "' from contacts.contact");
        assertThat(found(check)).as(check + " since " + over).isEqualTo(1);
        db.execute("update leads.lead set state_since = '" + within + "'");
        assertThat(found(check)).as(check + " since " + within).isZero();
    }

    @Test
    void theTrendComparesWithTheSnapshotOfAMonthAgo() {
        deal("A", null, "2026-05-01 09:00+02", "2026-05-02", 5);
        deal("B", null, "2026-05-01 09:00+02", "2026-05-02", 5);
        care.takeSnapshot();
        clock.advance(Duration.ofDays(29));
        db.execute("delete from deals.deal where name = 'A'");
        assertThat(care.result(care.check("deals.overdue")).change()).isNull();
        clock.advance(Duration.ofDays(1));
        assertThat(care.result(care.check("deals.overdue")).change()).isEqualTo(-1);
        care.takeSnapshot();
        care.takeSnapshot();
        assertThat(care.trend(care.check("deals.overdue")))
                .extracting(QualityTable.Day::found)
                .containsExactly(2L, 1L);
        assertThat(browsers.as("carlo").get("/data-care").body()).contains("Deals", "-1");
    }

    @Test
    void theRecordsBehindAFindingComeInPages() {
        IntStream.range(0, 70)
                .forEach(i -> deal(String.format("Deal %02d", i), null, "2026-05-01 09:00+02", "2026-05-02", 5));
        String page = browsers.as("svea").get("/data-care/deals.overdue").body();
        assertThat(page).contains("Deal 49", "rel=\"next\"").doesNotContain("Deal 50");
    }

    @Test
    void everyCheckHasItsTextsAPageAndAnOwnerWhoCanMend() {
        assertThat(care.checks()).extracting(Check::key).doesNotHaveDuplicates().contains("deals.overdue");
        for (Check check : care.checks()) {
            assertThat(check.owner()).isNotEqualTo(TeamFunction.WORKS_COUNCIL);
            for (String key : List.of(check.titleKey(), check.whyKey(), check.findingKey())) {
                assertThat(doppelpass.web.Messages.has(key)).as(key).isTrue();
            }
            assertThat(browsers.as("lena").get("/data-care/" + check.key()).statusCode())
                    .isEqualTo(200);
        }
        assertThat(browsers.as("lena").get("/data-care/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void valuesThatALibraryRefusesAreFoundUntilTheyAreMended() {
        db.execute(
                "insert into contacts.company (name, vat_id, country, phone, domain, created_at) select v.*, now() from (values "
                        + "('Good', 'DE136695976', 'DE', '089 123456', 'good.example'), ('Slip', 'DE136695975', 'DE', '12', 'no domain'), "
                        + "('Abroad', 'ATU13585627', 'DE', null, null), ('Nowhere', null, 'Germany', null, null)) v");
        assertThat(found("contacts.badVat")).as("nobody has looked yet").isZero();
        look();
        assertThat(List.of(
                        found("contacts.badVat"),
                        found("contacts.companyPhone"),
                        found("contacts.badDomain"),
                        found("contacts.badCompanyCountry"),
                        found("contacts.vatCountry"),
                        found("contacts.companyCountry")))
                .containsExactly(1L, 1L, 1L, 1L, 1L, 0L);
        assertThat(care.result(care.check("contacts.badVat")).examined()).isEqualTo(3);
        db.execute("update contacts.company set vat_id = 'DE136695976' where name = 'Slip'");
        assertThat(found("contacts.badVat")).isZero();
        db.execute("update contacts.company set vat_id = 'DE1' where name = 'Slip'");
        look();
        assertThat(found("contacts.badVat")).isEqualTo(1);
    }

    @Test
    void contactsBeyondTheFirstOfTheirGroupAreDoubleAndOthersAddressesContradict() {
        db.execute("insert into contacts.company (name, domain, created_at) values "
                + "('Kern', 'kern.example', now()), ('Vogl', 'vogl.example', now())");
        db.execute("insert into contacts.contact (last_name, mail, company_id, created_at) values "
                + "('A', 'a@kern.example', 1, now()), ('B', 'b@vogl.example', 1, now()), ('C', 'c@free.example', 1, now()), "
                + "('D', 'd@kern.example', null, now()), ('E', null, 1, now())");
        assertThat(found("contacts.otherDomain")).isEqualTo(1);
        assertThat(browsers.as("mara").get("/data-care/contacts.otherDomain").body())
                .contains("b@vogl.example belongs to Vogl");
        String pair =
                "insert into duplicates.pair (kind, first_id, second_id, chance, evidence, group_id, state, found_at) values ";
        db.execute(pair
                + "('contact', 1, 3, 0.9, '[]', 7, 'open', now()), ('contact', 2, 3, 0.9, '[]', 7, 'open', now()), "
                + "('contact', 4, 5, 0.9, '[]', null, 'distinct', now())");
        assertThat(found("contacts.double")).as("three of one group").isEqualTo(2);
    }

    @Test
    void aDealIsKeptByADateAheadANextStepAndSomethingDone() {
        deal("Kept", null, "2026-05-01 09:00+02", "2026-06-02", 5);
        deal("No step", null, "2026-05-01 09:00+02", "2026-06-02", 5);
        deal("Overdue", null, "2026-05-01 09:00+02", "2026-06-01", 5);
        deal("Silent", null, "2026-05-01 09:00+02", "2026-07-01", 5);
        db.execute("update deals.deal set next_step = 'Call' where name <> 'No step'");
        db.execute(
                "insert into timeline.activity (kind, deal_id, occurred_at) select 'call', id, timestamptz '2026-05-04 12:00+02' from deals.deal "
                        + "where name <> 'Silent' union all select 'call', id, timestamptz '2026-05-03 09:00+02' from deals.deal where name = 'Silent'");
        assertThat(found("deals.unkempt")).isEqualTo(3);
        assertThat(browsers.as("svea").get("/data-care/deals.unkempt").body()).doesNotContain("Kept");
    }

    @Test
    void whatIsLeftAsItIsIsNotFoundForAWhileAndCanBeTakenBack() {
        deal("Leave me", null, "2026-05-01 09:00+02", "2026-05-02", 5);
        deal("Mend me", null, "2026-05-01 09:00+02", "2026-05-02", 5);
        WebClient svea = browsers.as("svea");
        String left = "/data-care/deals.overdue/findings/1/exemption";
        assertThat(svea.send("PUT", left, Map.of()).body()).contains("Mend after all", "1 left");
        assertThat(found("deals.overdue")).isEqualTo(1);
        assertThat(svea.get("/data-care/deals.overdue").body())
                .contains("1 was left as it is", "Mend me")
                .doesNotContain("Leave me");
        assertThat(svea.get("/data-care/deals.overdue?left=").body())
                .contains("Leave me")
                .doesNotContain("Mend me");
        clock.advance(Duration.ofDays(DataCare.LEFT_DAYS));
        assertThat(found("deals.overdue")).as("the last day").isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        assertThat(found("deals.overdue")).as("the day after").isEqualTo(2);
        svea.send("PUT", left, Map.of());
        assertThat(svea.send("DELETE", left, Map.of()).statusCode()).isEqualTo(200);
        assertThat(found("deals.overdue")).isEqualTo(2);
        db.execute("update deals.deal set expected_close = '2027-01-01' where id = 1");
        assertThat(svea.send("PUT", left, Map.of()).statusCode()).isEqualTo(409);
        assertThat(svea.get("/data-care/deals.overdue/findings/1").body()).contains("mended");
        assertThat(browsers.as("carlo").send("PUT", left, Map.of()).statusCode())
                .as("controlling reads")
                .isEqualTo(403);
    }

    @Test
    void theFiguresOfDataQualityAreThoseOfTheChecks() {
        db.execute("insert into contacts.company (name, vat_id, created_at) values "
                + "('Good', 'DE136695976', now()), ('Slip', 'DE136695975', now())");
        deal("Kept", null, "2026-05-01 09:00+02", "2026-06-02", 5);
        deal("No step", null, "2026-05-01 09:00+02", "2026-06-02", 0);
        db.execute("update deals.deal set next_step = 'Call' where name = 'Kept'");
        db.execute("insert into timeline.activity (kind, deal_id, occurred_at, recorded_at) values "
                + "('call', 1, '2026-06-01 12:00+02', '2026-06-01 12:00+02'), ('call', 1, '2026-06-01 10:00+02', '2026-06-02 10:00+02'), "
                + "('call', 2, '2026-06-01 09:00+02', '2026-06-02 09:00+02')");
        look();
        // companies without country 2 of 2; without amount 1 of 2; without next step 1 of 2; none won: 2 sound of 6
        assertThat(value("K46")).isEqualTo(2 / 6.0);
        assertThat(value("K47")).as("no contact").isNull();
        assertThat(value("K48")).isEqualTo(0.5);
        assertThat(value("K49")).isNull();
        assertThat(value("K50")).isEqualTo(1.0);
        assertThat(value("K51")).isEqualTo(0.5);
    }

    private @org.jspecify.annotations.Nullable Double value(String kpi) {
        var value = kpis.figure(kpi, Period.month(YearMonth.of(2026, 6)))
                .orElseThrow()
                .value();
        return value == null ? null : value.doubleValue();
    }

    private void look() {
        queue.put(Snapshots.KIND, "");
        queue.runUntilIdle();
    }

    private long found(String key) {
        return care.result(care.check(key)).found();
    }

    private void lead(long contact, String createdAt) {
        db.execute("insert into contacts.contact (last_name, created_at) values ('Kern', now())");
        db.execute("insert into leads.lead (contact_id, state, created_at, state_since) values (" + contact
                + ", 'OPEN', '" + createdAt + "', now())");
    }

    private void deal(
            String name, @org.jspecify.annotations.Nullable Integer lead, String createdAt, String close, long amount) {
        db.execute(
                "insert into deals.deal (name, lead_id, stage_id, amount_minor, expected_close, created_at, stage_since)"
                        + " values ('" + name + "', " + lead + ", (select min(id) from deals.stage), " + amount + ", '"
                        + close + "', '" + createdAt + "', '" + createdAt + "')");
    }
}
