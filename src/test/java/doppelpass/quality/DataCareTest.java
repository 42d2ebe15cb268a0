package doppelpass.quality;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.TeamFunction;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import java.time.Duration;
import java.util.List;
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

    DataCareTest(DataCare care, TestBrowsers browsers, TestClock clock, DSLContext db) {
        this.care = care;
        this.browsers = browsers;
        this.clock = clock;
        this.db = db;
    }

    @BeforeEach
    void nothingToMend() {
        clock.set(TestClock.START);
        db.execute(
                "truncate quality.snapshot, deals.event, deals.deal, leads.lead, contacts.contact restart identity cascade");
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
