package doppelpass.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.testing.Window;
import doppelpass.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Now is Tuesday, 2 June 2026, 10:00 in Berlin. */
@DoppelpassTest
class PlansTest {
    private static final Instant NOW = TestClock.START;
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    private final Plans plans;
    private final Activities activities;
    private final Companies companies;
    private final TestBrowsers browsers;
    private final Browser windows;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;
    private long kern;

    PlansTest(
            Plans plans,
            Activities activities,
            Companies companies,
            TestBrowsers browsers,
            Browser windows,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.plans = plans;
        this.activities = activities;
        this.companies = companies;
        this.browsers = browsers;
        this.windows = windows;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void aCompany() {
        clock.set(NOW);
        db.execute("truncate timeline.activity cascade");
        kern = companies.add(CompanyDetails.of("Kern"));
    }

    @Test
    void aMeetingHeldCountsFromThenOnAndMayBeAPlanAgain() {
        long id = plan("meeting", "Plant tour", NOW.minus(Duration.ofHours(2)));
        assertThat(happened(id)).isFalse();
        WebClient svea = browsers.as("svea");
        String history = svea.fragment("/history/company-" + kern).body();
        assertThat(history).contains("Planned", "Took place", "/activities/" + id + "/outcome");
        svea.get("/activities");
        var held = svea.send(
                "PUT", "/activities/" + id + "/outcome", Map.of("outcome", "reached", "about", "company-" + kern));
        assertThat(held.statusCode()).as(held.body()).isEqualTo(302);
        assertThat(svea.fragment("/history/company-" + kern).body())
                .contains("Reached")
                .doesNotContain("Planned");
        assertThat(happened(id)).isTrue();
        assertThat(svea.send("PUT", "/activities/" + id + "/outcome", Map.of("outcome", "cancelled"))
                        .statusCode())
                .as("nobody says it twice")
                .isEqualTo(409);
        var again = svea.send(
                "DELETE",
                "/activities/" + id + "/outcome",
                Map.of("at", NOW.minus(Duration.ofHours(2)).toString(), "about", "company-" + kern));
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(svea.fragment("/history/company-" + kern).body()).contains("Planned");
        assertThat(happened(id)).isFalse();
    }

    @Test
    void whatFellThroughIsNeitherPlannedNorDone() {
        long id = plan("call", "", NOW.plus(Duration.ofDays(1)));
        plans.settle(id, "cancelled", cast.person("svea"));
        assertThat(happened(id)).isFalse();
        assertThat(plans.of(cast.person("svea"), TODAY.plusDays(9))).isEmpty();
        assertThat(db.fetchCount(org.jooq.impl.DSL.table("timeline.capture_fact")))
                .isZero();
    }

    @Test
    void whatIsHeldEarlierHappenedNow() {
        long id = plan("call", "", NOW.plus(Duration.ofDays(1)));
        Plan.Was was = plans.settle(id, "voicemail", cast.person("svea"));
        assertThat(at(id)).isEqualTo(NOW);
        plans.reopen(was, cast.person("svea"));
        assertThat(at(id)).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void aPlanMovesAheadOnlyAndByTheClocksOfTheOrganisation() {
        long id = plan("meeting", "", NOW.minus(Duration.ofDays(1)));
        assertThatThrownBy(() -> plans.move(id, "2026-06-02T09:59", cast.person("svea")))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("timeline.error.movedBack"));
        plans.move(id, "2026-06-05T09:00", cast.person("svea"));
        assertThat(at(id)).isEqualTo(Instant.parse("2026-06-05T07:00:00Z"));
        assertThat(plans.of(cast.person("svea"), TODAY.plusDays(2))).isEmpty();
        assertThat(plans.of(cast.person("svea"), TODAY.plusDays(3))).hasSize(1);
    }

    @Test
    void onlyWhoPlannedItTheirLeadAndAnAdministratorSayWhatBecameOfIt() {
        long id = plan("meeting", "", NOW.minus(Duration.ofDays(1)));
        for (String no : new String[] {"mara", "selma", "lena"}) {
            assertThat(browsers.as(no).fragment("/history/company-" + kern).body())
                    .as(no)
                    .doesNotContain("/activities/" + id + "/outcome");
            assertThat(browsers.as(no)
                            .send("PUT", "/activities/" + id + "/outcome", Map.of("outcome", "reached"))
                            .statusCode())
                    .as(no)
                    .isEqualTo(403);
        }
        assertThat(browsers.as("carlo")
                        .send("PUT", "/activities/" + id + "/outcome", Map.of("outcome", "reached"))
                        .statusCode())
                .isEqualTo(403);
        plans.settle(id, "reached", cast.person("stefan"));
        assertThat(happened(id)).isTrue();
    }

    @Test
    void aCallDoesNotEndLikeAMailAndAMeetingHasNoVoicemail() {
        long id = plan("meeting", "", NOW.minus(Duration.ofDays(1)));
        for (String end : new String[] {"voicemail", "done", "planned", "nonsense", ""}) {
            assertThatThrownBy(() -> plans.settle(id, end, cast.person("svea")))
                    .as(end)
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.key()).isEqualTo("timeline.error.end"));
        }
    }

    @Test
    void theDayShowsPlannedCallsAndMeetingsUntilOneSaysWhatBecameOfThem() {
        long late = plan("meeting", "Plant tour", NOW.minus(Duration.ofDays(2)));
        plan("call", "", NOW.plus(Duration.ofHours(3)));
        plan("task", "Send the drawing", NOW.plus(Duration.ofHours(3)));
        assertThat(browsers.as("stefan").get("/day").body()).doesNotContain("Plant tour");
        try (Window svea = windows.as("svea")) {
            svea.open("/day", 1280, false);
            assertThat(svea.page().locator("#part-overdue").innerText()).contains("Plant tour", "Kern");
            assertThat(svea.page().locator("#part-today").innerText())
                    .contains("Call", "13:00")
                    .doesNotContain("drawing");
            assertThat(svea.barriers()).isEmpty();
            svea.shot(java.nio.file.Path.of("target/shots/plans-day.png"));
            svea.page().locator("#part-overdue .settle > form button").click();
            svea.page().locator("[data-toast] .undo").waitFor();
            assertThat(svea.page().locator("#part-overdue").count()).isZero();
            assertThat(happened(late)).isTrue();
            svea.page().locator("[data-toast] .undo").click();
            svea.page().locator("#part-overdue .settle summary").click();
            svea.shot(java.nio.file.Path.of("target/shots/plans-open.png"));
            svea.page().locator("#part-overdue [name=when]").fill("2026-06-04T09:00");
            svea.page()
                    .locator("#part-overdue .settle .drop form:last-child button")
                    .click();
            svea.page().locator("#part-week").waitFor();
            assertThat(svea.page().locator("#part-week").innerText()).contains("Plant tour");
            for (int width : new int[] {1280, 360}) {
                svea.open("/companies/" + kern, width, width == 360);
                assertThat(svea.overflow()).isZero();
                assertThat(svea.barriers()).isEmpty();
                svea.shot(java.nio.file.Path.of("target/shots/plans-history-" + width + ".png"));
                svea.page().locator("[data-dialog=log-call]").click();
                assertThat(svea.overflow()).isZero();
                svea.shot(java.nio.file.Path.of("target/shots/log-call-" + width + ".png"));
                svea.page().locator("#log-call summary").first().click();
                svea.shot(java.nio.file.Path.of("target/shots/log-call-open-" + width + ".png"));
            }
        }
    }

    private long plan(String kind, String subject, Instant at) {
        return activities.log(new NewActivity(
                NewActivity.Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)),
                Direction.OUT,
                NewActivity.Outcome.PLANNED,
                subject,
                null,
                About.of(Subject.company(kern)),
                cast.person("svea").id(),
                at,
                null,
                Origin.NONE));
    }

    private boolean happened(long id) {
        return Objects.requireNonNull(db.fetchSingle("select happened from timeline.activity_fact where id = ?", id)
                .get(0, Boolean.class));
    }

    private Instant at(long id) {
        return Objects.requireNonNull(db.fetchSingle("select occurred_at from timeline.activity where id = ?", id)
                .get(0, Instant.class));
    }
}
