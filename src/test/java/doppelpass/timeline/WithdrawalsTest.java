package doppelpass.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.core.Period;
import doppelpass.identity.Person;
import doppelpass.kpi.Kpis;
import doppelpass.kpi.Question;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.timeline.views.HistoryEntry;
import doppelpass.web.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class WithdrawalsTest {
    private static final Instant NOW = TestClock.START;

    private final Withdrawals withdrawals;
    private final Touchpoints touchpoints;
    private final Activities activities;
    private final Histories histories;
    private final Kpis kpis;
    private final Cast cast;
    private final TestBrowsers browsers;
    private final DSLContext db;
    private Subject kern = Subject.company(0);

    WithdrawalsTest(
            Withdrawals withdrawals,
            Touchpoints touchpoints,
            Activities activities,
            Histories histories,
            Kpis kpis,
            Cast cast,
            TestBrowsers browsers,
            DSLContext db) {
        this.withdrawals = withdrawals;
        this.touchpoints = touchpoints;
        this.activities = activities;
        this.histories = histories;
        this.kpis = kpis;
        this.cast = cast;
        this.browsers = browsers;
        this.db = db;
    }

    @BeforeEach
    void aCompany() {
        kern = Subject.company(
                number("insert into contacts.company (name, created_at) values ('Kern', now()) returning id"));
    }

    @Test
    void whatIsTakenBackCountsNoLongerAndIsNamedSoInTheHistory() {
        Entry call = call();
        withdrawals.takeBack(call, person("svea"));
        assertThat(current(call)).isZero();
        assertThat(entries()).singleElement().satisfies(e -> {
            assertThat(e.takenBack()).isTrue();
            assertThat(e.takenBackBy()).isEqualTo("Svea Sales");
            assertThat(e.takenBackAt()).isEqualTo(NOW);
        });
        assertThat(number("select count(*) from timeline.activity where company_id = " + kern.id()))
                .as("nothing is deleted")
                .isEqualTo(1);
        assertThatThrownBy(() -> withdrawals.takeBack(call, person("svea")))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("timeline.error.takenBack"));
    }

    @Test
    void whatIsRestoredCountsAgainAsANewRowAndOnlyOnce() {
        Entry call = call();
        assertThatThrownBy(() -> withdrawals.restore(call, person("svea"))).isInstanceOf(Refusal.class);
        withdrawals.takeBack(call, person("svea"));
        withdrawals.restore(call, person("svea"));
        assertThat(entries()).singleElement().satisfies(e -> {
            assertThat(e.takenBack()).isFalse();
            assertThat(e.person()).isEqualTo("Svea Sales");
            assertThat(e.occurredAt()).isEqualTo(NOW.minus(Duration.ofHours(1)));
            assertThat(e.key()).isNotEqualTo(call.key());
        });
        assertThat(number("select count(*) from timeline.activity where company_id = " + kern.id()))
                .isEqualTo(2);
        assertThatThrownBy(() -> withdrawals.restore(call, person("svea"))).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyWhoLoggedItTheirLeadAndAnAdministratorTakeItBack() {
        for (String no : List.of("mara", "selma", "lena")) {
            Entry call = call();
            assertThatThrownBy(() -> withdrawals.takeBack(call, person(no)))
                    .as(no)
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.key()).isEqualTo("timeline.error.notYours"));
            assertThat(current(call)).isEqualTo(1);
        }
        for (String yes : List.of("svea", "stefan", "ada")) {
            Entry call = call();
            withdrawals.takeBack(call, person(yes));
            assertThat(current(call)).as(yes).isZero();
        }
    }

    @Test
    void aTouchpointNobodyOfOursLoggedIsTakenBackByLeads() {
        Entry form = form();
        assertThatThrownBy(() -> withdrawals.takeBack(form, person("svea"))).isInstanceOf(Refusal.class);
        withdrawals.takeBack(form, person("mara"));
        assertThat(number("select count(*) from timeline.touchpoint_fact where id = " + form.id()))
                .isZero();
        assertThat(number("select count(*) from timeline.touchpoint_card where id = " + form.id()))
                .isZero();
        // the same form again is not a repetition of one that does not count
        assertThat(form().id()).isNotEqualTo(form.id());
    }

    @Test
    void kpisForgetItFromNowOnAndRememberWhatWasKnownThen() {
        Period month = Period.month(YearMonth.from(NOW.atZone(java.time.ZoneId.of("Europe/Berlin"))));
        BigDecimal before = inquiries(month, null);
        Entry form = form();
        db.execute(
                "update timeline.touchpoint set recorded_at = ?::timestamptz where id = ?",
                NOW.minusSeconds(60).toString(),
                form.id());
        assertThat(inquiries(month, null)).isEqualByComparingTo(before.add(BigDecimal.ONE));
        withdrawals.takeBack(form, person("mara"));
        assertThat(inquiries(month, null)).isEqualByComparingTo(before);
        assertThat(inquiries(month, NOW.minusSeconds(1)))
                .isEqualByComparingTo(inquiries(month, NOW.minusSeconds(61)).add(BigDecimal.ONE));
    }

    @Test
    void thePagesOfferItToThoseWhoMay() {
        Entry call = call();
        String history = "/history/company-" + kern.id();
        assertThat(browsers.as("svea").fragment(history).body()).contains("/timeline/" + call.key() + "/withdrawal");
        assertThat(browsers.as("selma").fragment(history).body()).doesNotContain("/withdrawal");
        assertThat(browsers.as("selma")
                        .send("PUT", "/timeline/" + call.key() + "/withdrawal", Map.of())
                        .statusCode())
                .isEqualTo(403);
        var answer = browsers.as("svea")
                .send("PUT", "/timeline/" + call.key() + "/withdrawal", Map.of("about", "company-" + kern.id()));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/companies/" + kern.id());
        assertThat(browsers.as("selma").fragment(history).body())
                .contains("taken back by Svea Sales")
                .doesNotContain("Asked for a quote");
        assertThat(browsers.as("selma").get("/activities?q=quote").body()).doesNotContain("Asked for a quote");
    }

    private Entry call() {
        NewActivity call = new NewActivity(
                NewActivity.Kind.CALL,
                Direction.OUT,
                NewActivity.Outcome.REACHED,
                "",
                "Asked for a quote",
                About.of(kern),
                person("svea").id(),
                NOW.minus(Duration.ofHours(1)),
                null,
                Origin.NONE);
        return new Entry(false, activities.log(call));
    }

    private Entry form() {
        long contact = number(
                "insert into contacts.contact (first_name, last_name, created_at) values ('A', 'B', now()) returning id");
        return new Entry(
                true,
                touchpoints.record(new NewTouchpoint(
                        "form",
                        "other",
                        Direction.IN,
                        "",
                        About.of(kern, Subject.contact(contact)),
                        NOW.minusSeconds(90))));
    }

    private List<HistoryEntry> entries() {
        return histories.of(kern).page().rows();
    }

    private long current(Entry call) {
        return number("select count(*) from timeline.activity_fact where id = " + call.id());
    }

    private BigDecimal inquiries(Period month, @Nullable Instant knownAt) {
        return Objects.requireNonNull(kpis.figures(Question.of("K16", month).asKnownAt(knownAt))
                .getFirst()
                .value());
    }

    private Person person(String name) {
        return cast.person(name);
    }

    private long number(String sql) {
        return Objects.requireNonNull(db.fetchSingle(sql).get(0, Long.class));
    }
}
