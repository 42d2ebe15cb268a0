package doppelpass.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.work.Queue;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Activities put right in their list, one by one and many at once, deleted and brought back. */
@DoppelpassTest
class ActivityEditsTest {
    private final Activities activities;
    private final Companies companies;
    private final TestBrowsers browsers;
    private final Queue queue;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;
    private long kern;
    private WebClient svea;

    ActivityEditsTest(
            Activities activities,
            Companies companies,
            TestBrowsers browsers,
            Queue queue,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.activities = activities;
        this.companies = companies;
        this.browsers = browsers;
        this.queue = queue;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        clock.set(TestClock.START);
        db.execute("truncate timeline.activity cascade");
        db.execute("truncate bin.deleted");
        kern = companies.add(CompanyDetails.of("Kern"));
        svea = browsers.as("svea");
    }

    @Test
    void eachCellIsWrittenInPlace() {
        long id = call();
        written(id, "subject", "Seals", "");
        written(id, "note", "one\ntwo", "Asked");
        written(id, "outcome", "voicemail", "reached");
        written(id, "direction", "in", "out");
        written(id, "minutes", "12", "");
        written(id, "occurred", "2026-05-04T09:30", "2026-06-02T09:00");
        assertThat(svea.fragment("/lists/activities/" + id + "/note/edit").body())
                .contains("<textarea", "one\ntwo");
        assertThat(svea.fragment("/lists/activities/" + id + "/occurred/edit").body())
                .contains("datetime-local", "2026-05-04T09:30");
        assertThat(stored(id)).isEqualTo("Seals|one\ntwo|voicemail|in|720|2026-05-04 07:30:00");
        assertThat(svea.get("/activities").body()).contains("Seals", "12");
    }

    @Test
    void whatCannotBeIsRefused() {
        long id = call();
        assertThat(write(svea, id, "outcome", "", "reached").statusCode()).isEqualTo(422);
        assertThat(write(svea, id, "minutes", "-4", "").statusCode()).isEqualTo(422);
        assertThat(write(svea, id, "occurred", "2026-07-04T09:30", "2026-06-02T09:00")
                        .body())
                .contains("Only plans lie in the future");
        assertThat(write(
                                svea,
                                id,
                                "person",
                                "",
                                Long.toString(cast.person("svea").id()))
                        .statusCode())
                .isEqualTo(422);
        long note = log(NewActivity.Kind.NOTE, null, null);
        assertThat(write(svea, note, "outcome", "reached", "").body()).contains("neither an outcome");
        assertThat(write(svea, id, "kind", "note", "call").statusCode()).isEqualTo(404);
    }

    @Test
    void onlyWhoLoggedItTheirLeadAndAnAdministratorWriteEvenTagsAndDelete() {
        long id = call();
        for (String no : new String[] {"mara", "selma", "lena"}) {
            WebClient other = browsers.as(no);
            for (String column : new String[] {"subject", "tags"})
                assertThat(write(other, id, column, "Mine", "").statusCode())
                        .as(no)
                        .isEqualTo(403);
            assertThat(other.send("PUT", "/bin/activity-" + id, Map.of()).statusCode())
                    .as(no)
                    .isEqualTo(403);
        }
        assertThat(write(browsers.as("carlo"), id, "subject", "Mine", "").statusCode())
                .isEqualTo(403);
        assertThat(write(browsers.as("stefan"), id, "subject", "Led", "").statusCode())
                .isEqualTo(200);
        assertThat(write(svea, id, "tags", "fair", "").statusCode()).isEqualTo(200);
        assertThat(browsers.as("mara").get("/activities?cols=subject,tags").body())
                .contains("Led", "fair");
    }

    @Test
    void allThatTheListShowsIsGivenToSomebodyAndTakenBack() {
        for (int i = 0; i < 3; i++) call();
        long other = log(NewActivity.Kind.CALL, Direction.OUT, NewActivity.Outcome.REACHED, "mara");
        String mara = Long.toString(cast.person("mara").id());
        String page = bulk(Map.of("all", "yes", "column", "person", "value", mara));
        assertThat(svea.get(page).body()).contains("3 changed, 1 had it already, 0 refused");
        assertThat(count("person_id = " + mara)).isEqualTo(4);
        svea.post(page + "/undo", Map.of());
        queue.runUntilIdle();
        assertThat(count("person_id = " + mara)).isEqualTo(1);
        assertThat(count("id = " + other + " and person_id = " + mara)).isEqualTo(1);
        page = bulk(Map.of("all", "yes", "column", "outcome", "value", "voicemail"));
        assertThat(svea.get(page).body()).contains("3 changed, 0 had it already, 1 refused", "Only who logged");
    }

    @Test
    void manyAreDeletedAtOnceAndComeBackAsTheyWere() {
        long first = call();
        call();
        String before = stored(first);
        String page = bulk(Map.of("all", "yes", "column", "*", "value", ""));
        assertThat(count("true")).isZero();
        assertThat(svea.fragment("/history/company-" + kern).body()).doesNotContain("Asked");
        svea.post(page + "/undo", Map.of());
        queue.runUntilIdle();
        assertThat(count("true")).isEqualTo(2);
        assertThat(stored(first)).isEqualTo(before);
    }

    @Test
    void whoDeletedOneFindsItInTheBinAndBringsItBack() {
        long id = call();
        svea.get("/activities");
        assertThat(svea.send("PUT", "/bin/activity-" + id, Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(svea.get("/bin?deleted=activity-" + id).body()).contains("Asked", "Activities", "Undo");
        assertThat(browsers.as("ada").get("/bin").body()).doesNotContain("Asked");
        assertThat(browsers.as("ada")
                        .send("DELETE", "/bin/activity-" + id, Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(count("true")).isZero();
        assertThat(svea.send("DELETE", "/bin/activity-" + id, Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(count("id = " + id)).isEqualTo(1);
        assertThat(svea.get("/activities/" + id)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/companies/" + kern);
    }

    @Test
    void wordsArePutRightInTheHistory() {
        long id = call();
        assertThat(svea.get("/companies/" + kern).body()).contains("/activities/" + id + "\"");
        assertThat(svea.send(
                                "PUT",
                                "/activities/" + id,
                                Map.of("subject", "Seals", "note", "Asked twice", "about", "company-" + kern))
                        .statusCode())
                .isEqualTo(302);
        assertThat(svea.fragment("/history/company-" + kern).body()).contains("Seals", "Asked twice");
        assertThat(browsers.as("mara").fragment("/history/company-" + kern).body())
                .doesNotContain("action=\"/activities/" + id + "\"");
    }

    private void written(long id, String column, String value, String was) {
        HttpResponse<String> answer = write(svea, id, column, value, was);
        assertThat(answer.statusCode()).as(column + answer.body()).isEqualTo(200);
        assertThat(answer.body()).as(column).contains("Undo");
    }

    private static HttpResponse<String> write(WebClient as, long id, String column, String value, String was) {
        return as.send("PUT", "/lists/activities/" + id + "/" + column, Map.of("value", value, "was", was));
    }

    private String bulk(Map<String, String> sent) {
        var answer = svea.post("/lists/activities/bulk", sent);
        String page = answer.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError(answer.body()))
                .replaceFirst("https?://[^/]+", "");
        svea.send("PUT", page + "/run", Map.of());
        queue.runUntilIdle();
        return page;
    }

    private long call() {
        return log(NewActivity.Kind.CALL, Direction.OUT, NewActivity.Outcome.REACHED);
    }

    private long log(
            NewActivity.Kind kind,
            @org.jspecify.annotations.Nullable Direction way,
            NewActivity.@org.jspecify.annotations.Nullable Outcome end) {
        return log(kind, way, end, "svea");
    }

    private long log(
            NewActivity.Kind kind,
            @org.jspecify.annotations.Nullable Direction way,
            NewActivity.@org.jspecify.annotations.Nullable Outcome end,
            String by) {
        return activities.log(new NewActivity(
                kind,
                way,
                end,
                "",
                "Asked",
                About.of(Subject.company(kern)),
                cast.person(by).id(),
                TestClock.START.minus(Duration.ofHours(1)),
                null,
                Origin.NONE));
    }

    private long count(String where) {
        return Objects.requireNonNull(db.fetchSingle("select count(*) from timeline.activity where " + where)
                .get(0, Long.class));
    }

    private String stored(long id) {
        return Objects.requireNonNull(db.fetchSingle(
                        "select concat_ws('|', subject, note, outcome, direction, duration_seconds, to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')) from timeline.activity where id = ?",
                        id)
                .get(0, String.class));
    }
}
