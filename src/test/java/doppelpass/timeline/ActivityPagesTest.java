package doppelpass.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class ActivityPagesTest {
    private final TestBrowsers browsers;

    private final Companies companies;

    ActivityPagesTest(TestBrowsers browsers, Companies companies) {
        this.browsers = browsers;
        this.companies = companies;
    }

    @Test
    void aCallIsLoggedAndOneReturnsToTheRecord() {
        long id = company();
        WebClient svea = browsers.as("svea");
        var answer = svea.post("/activities", Map.of("about", "campaignless", "kind", "call", "outcome", "reached"));
        assertThat(answer.statusCode()).isEqualTo(422);
        answer = svea.post(
                "/activities",
                Map.of("about", "company-" + id, "kind", "call", "outcome", "not_reached", "note", "Voicemail"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/companies/" + id);
        assertThat(svea.fragment("/history/company-" + id).body()).contains("Voicemail", "Not reached", "Svea Sales");
        assertThat(svea.fragment("/history/company-" + id + "?kind=meeting").body())
                .contains("Nothing here yet");
    }

    @Test
    void theListIsFilteredByWordKindPersonAndPeriod() {
        WebClient svea = browsers.as("svea");
        log(svea, "note", "Budget approved", "");
        log(svea, "meeting", "Plant tour", "2026-05-04T09:00");
        log(browsers.as("mara"), "note", "Newsletter idea", "");

        assertThat(svea.get("/activities").body()).contains("Budget approved", "Plant tour", "Newsletter idea");
        assertThat(svea.get("/activities?q=BUDGET").body())
                .contains("Budget approved")
                .doesNotContain("Plant tour");
        assertThat(svea.get("/activities?q=100%25").body()).contains("No record meets this");
        assertThat(svea.get("/activities?kind=meeting").body())
                .contains("Plant tour")
                .doesNotContain("Budget approved");
        assertThat(svea.get("/activities?from=2026-05-04&to=2026-05-04").body())
                .contains("Plant tour")
                .doesNotContain("Budget approved");
        assertThat(svea.get("/activities?kind=nonsense&sort=nonsense&at=nonsense&person=x&from=x")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void eachSortShowsEveryActivity() {
        WebClient svea = browsers.as("svea");
        log(svea, "note", "Sorted along", "");
        for (String sort : List.of("occurred", "kind", "subject", "person")) {
            assertThat(svea.get("/activities?desc=true&sort=" + sort).body())
                    .as(sort)
                    .contains("Sorted along");
        }
    }

    @Test
    void aMeetingAheadIsAPlan() {
        WebClient svea = browsers.as("svea");
        log(svea, "meeting", "Contract talk", "2026-06-09T14:00");
        assertThat(svea.get("/activities?q=contract+talk").body()).contains("Planned");
    }

    @Test
    void whoCalledWhomWhenAndHowLongIsLoggedWithTheOutcome() {
        long id = company();
        WebClient svea = browsers.as("svea");
        Map<String, String> call = Map.of(
                "about",
                "company-" + id,
                "kind",
                "call",
                "direction",
                "in",
                "outcome",
                "voicemail",
                "when",
                "2026-05-04T09:00",
                "minutes",
                "12",
                "note",
                "About the seals");
        assertThat(svea.post("/activities", call).statusCode()).isEqualTo(302);
        assertThat(svea.post(
                                "/activities",
                                Map.of(
                                        "about",
                                        "company-" + id,
                                        "kind",
                                        "email",
                                        "direction",
                                        "in",
                                        "note",
                                        "Re: seals"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(svea.fragment("/history/company-" + id + "?kind=call").body())
                .contains("Voicemail", "From them", "12 min", "4 May 2026");
        assertThat(svea.fragment("/history/company-" + id + "?kind=email").body())
                .contains("From them", "Re: seals")
                .doesNotContain(" min<");
        assertThat(svea.get(
                                "/activities?q=seals&where=activity.minutes+%3E+10+%26%26+activity.direction+%3D%3D+%22in%22")
                        .body())
                .contains("About the seals", "From them", "Voicemail")
                .doesNotContain("Re: seals");
        assertThat(svea.get("/activities/export.csv?q=seals&cols=subject,direction,outcome,minutes")
                        .body())
                .contains("12");
    }

    @Test
    void aDurationThatCannotBeIsRefused() {
        WebClient svea = browsers.as("svea");
        for (String minutes : List.of("-1", "1.5", "1441", "long")) {
            var answer = svea.post(
                    "/activities", Map.of("about", "company-" + company(), "kind", "call", "minutes", minutes));
            assertThat(answer.statusCode()).as(minutes).isEqualTo(422);
            assertThat(answer.body()).contains("whole minutes");
        }
    }

    @Test
    void anEmptyNoteAndAnImpossibleTimeAreRefused() {
        WebClient svea = browsers.as("svea");
        assertThat(svea.post("/activities", Map.of("about", "company-" + company(), "kind", "note"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(svea.post("/activities", Map.of("about", "company-" + company(), "kind", "call", "when", "soon"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void controllingReadsOnlyAndTheWorksCouncilSeesNothing() {
        WebClient carlo = browsers.as("carlo");
        assertThat(carlo.get("/activities").statusCode()).isEqualTo(200);
        assertThat(log(carlo, "note", "From controlling", "")).isEqualTo(403);
        WebClient boris = browsers.as("boris");
        assertThat(boris.get("/activities").statusCode()).isEqualTo(403);
        assertThat(boris.get("/history/company-1").statusCode()).isEqualTo(403);
    }

    private int log(WebClient client, String kind, String subject, String when) {
        Map<String, String> form =
                new HashMap<>(Map.of("about", "company-" + company(), "kind", kind, "subject", subject));
        form.put("when", when);
        return client.post("/activities", form).statusCode();
    }

    private long company() {
        return companies.add(CompanyDetails.of("Kern"));
    }
}
