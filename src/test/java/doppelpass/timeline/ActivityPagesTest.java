package doppelpass.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class ActivityPagesTest {
    private final TestBrowsers browsers;

    ActivityPagesTest(TestBrowsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void aCallIsLoggedAndOneReturnsToTheRecord() {
        WebClient svea = browsers.as("svea");
        var answer = svea.post("/activities", Map.of("about", "campaignless", "kind", "call", "outcome", "reached"));
        assertThat(answer.statusCode()).isEqualTo(422);
        answer = svea.post(
                "/activities",
                Map.of("about", "lead-21,deal-22", "kind", "call", "outcome", "not_reached", "note", "Voicemail"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/leads/21");
        assertThat(svea.fragment("/history/deal-22").body()).contains("Voicemail", "Not reached", "Svea Sales");
        assertThat(svea.fragment("/history/deal-22?kind=meeting").body()).contains("Nothing here yet");
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
        assertThat(svea.get("/activities?q=100%25").body()).contains("Nothing here yet");
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
        for (String sort : ActivityTable.SORTS.keySet()) {
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
    void anEmptyNoteAndAnImpossibleTimeAreRefused() {
        WebClient svea = browsers.as("svea");
        assertThat(svea.post("/activities", Map.of("about", "lead-21", "kind", "note"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(svea.post("/activities", Map.of("about", "lead-21", "kind", "call", "when", "soon"))
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
        assertThat(boris.get("/history/lead-21").statusCode()).isEqualTo(403);
    }

    private static int log(WebClient client, String kind, String subject, String when) {
        Map<String, String> form = new HashMap<>(Map.of("about", "lead-20", "kind", kind, "subject", subject));
        form.put("when", when);
        return client.post("/activities", form).statusCode();
    }
}
