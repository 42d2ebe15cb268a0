package doppelpass.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class GlossaryPagesTest {
    private final TestBrowsers browsers;

    GlossaryPagesTest(TestBrowsers browsers) {
        this.browsers = browsers;
    }

    @Test
    void everybodyReadsTheGlossaryTheWorksCouncilToo() {
        assertThat(browsers.as("boris").get("/glossary").body())
                .contains("MQL – marketing qualified lead", "not agreed");
    }

    @Test
    void theSearchFindsGermanAndEnglishWords() {
        assertThat(browsers.as("svea").fragment("/glossary?q=abwanderung").body())
                .contains("Churn")
                .doesNotContain("Jour fixe");
        assertThat(browsers.as("svea").fragment("/glossary?q=xyzzy").body()).contains("No term fits");
    }

    @Test
    void aWordOpensItsCard() {
        assertThat(browsers.as("svea").fragment("/glossary/lead/card").body()).contains("An episode of interest");
        assertThat(browsers.as("svea").fragment("/glossary/nothing/card").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aProposalShowsItsDifferenceAndIsSignedByBothLeads() {
        WebClient mara = browsers.as("mara");
        Map<String, String> form = new HashMap<>(Map.of(
                "nameDe",
                "Kampagne",
                "nameEn",
                "Campaign",
                "textDe",
                "Ein Bündel mit Ziel",
                "textEn",
                "A bundle with one clear goal"));
        form.put("note", "shorter");
        var proposed = mara.post("/glossary/campaign/versions", form);
        assertThat(proposed.headers().firstValue("Location").orElseThrow()).endsWith("/glossary/campaign/versions/2");
        assertThat(mara.get("/glossary/campaign/versions/2").body()).contains("<ins>", "<del>", "Sign for my team");
        assertThat(browsers.as("svea").get("/glossary/campaign/versions/2").body())
                .doesNotContain("Sign for my team");

        assertThat(mara.send("PUT", "/glossary/campaign/versions/2/signatures/sales", Map.of())
                        .statusCode())
                .isEqualTo(403);
        mara.send("PUT", "/glossary/campaign/versions/2/signatures/marketing", Map.of());
        WebClient stefan = browsers.as("stefan");
        stefan.send("PUT", "/glossary/campaign/versions/2/signatures/sales", Map.of());
        assertThat(stefan.get("/glossary/campaign").body()).contains("A bundle with one clear goal");
    }

    @Test
    void anIncompleteWordingIsRefusedInPlainWords() {
        var answer = browsers.as("mara").post("/glossary/lead/versions", Map.of("nameDe", "Lead"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Name and definition are needed in both languages.");
    }
}
