package doppelpass.deals;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The editor of pipelines and the list of products. */
@DoppelpassTest
class SettingsPagesTest {
    private final TestBrowsers browsers;
    private final Pipelines pipelines;
    private final Deals deals;

    SettingsPagesTest(TestBrowsers browsers, Pipelines pipelines, Deals deals) {
        this.browsers = browsers;
        this.pipelines = pipelines;
        this.deals = deals;
    }

    @Test
    void anAdministratorShapesAPipelineStageByStage() {
        WebClient ada = browsers.as("ada");
        ada.get("/pipelines");
        ada.post("/pipelines", Map.of("name", "Projects"));
        Pipeline projects = pipeline("Projects");
        ada.post("/pipelines/" + projects.id() + "/stages", Map.of("name", "Tender", "probability", "40"));
        long first = projects.openStages().getFirst().id();
        ada.send("PUT", "/stages/" + first, Map.of("name", "First talk", "probability", "5"));
        ada.send("PUT", "/stages/" + first + "/place", Map.of("towards", "end"));
        ada.send("PUT", "/pipelines/" + projects.id(), Map.of("name", "Large projects"));

        List<Stage> stages = pipeline("Large projects").stages();
        assertThat(stages.stream().map(Stage::name)).containsExactly("Tender", "First talk", "Won", "Lost");
        assertThat(stages.stream().map(Stage::probability)).containsExactly(40, 5, 100, 0);
        assertThat(ada.send("DELETE", "/stages/" + first, Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(pipeline("Large projects").openStages()).hasSize(1);
    }

    @Test
    void aStageDealsEverStoodInStaysAndSoDoTheLastOpenOneAndWon() {
        WebClient ada = browsers.as("ada");
        ada.get("/pipelines");
        Pipeline sales = pipeline("Sales");
        Stage offer = sales.openStages().get(2);
        long deal = deals.open(new SomeDeal().details(), offer.id(), null, TestClock.START);
        deals.move(deal, sales.openStages().getFirst().id(), null, TestClock.START);
        var used = ada.send("DELETE", "/stages/" + offer.id(), Map.of());
        assertThat(used.statusCode()).isEqualTo(409);
        assertThat(used.body()).contains("Deals stand or stood in Offer");
        Stage won = sales.stages().stream().filter(s -> !s.open()).findFirst().orElseThrow();
        assertThat(ada.send("DELETE", "/stages/" + won.id(), Map.of()).statusCode())
                .isEqualTo(422);
        ada.send("PUT", "/stages/" + won.id(), Map.of("name", "Signed", "probability", "30"));
        assertThat(pipelines.stage(won.id())).satisfies(s -> {
            assertThat(s.name()).isEqualTo("Signed");
            assertThat(s.probability()).isEqualTo(100);
        });
        ada.send("PUT", "/stages/" + won.id(), Map.of("name", "Won"));
    }

    @Test
    void namesAndChancesAreChecked() {
        WebClient ada = browsers.as("ada");
        ada.get("/pipelines");
        long sales = pipeline("Sales").id();
        assertThat(ada.post("/pipelines", Map.of("name", " sales ")).statusCode())
                .isEqualTo(409);
        assertThat(ada.post("/pipelines/" + sales + "/stages", Map.of("name", "offer", "probability", "5"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(ada.post("/pipelines/" + sales + "/stages", Map.of("name", "Trial", "probability", "101"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(pipeline("Sales").stages()).hasSize(6);
    }

    @Test
    void othersSeeTheStagesWithoutButtons() {
        assertThat(browsers.as("boris").get("/pipelines").body())
                .contains("Negotiation")
                .doesNotContain("Add stage");
        assertThat(browsers.as("svea").get("/pipelines").statusCode()).isEqualTo(403);
    }

    @Test
    void aProductIsAddedFoundAndPriced() {
        WebClient carlo = browsers.as("carlo");
        carlo.get("/products/new");
        assertThat(carlo.post("/products", Map.of("name", "", "price", "cheap")).body())
                .contains("This is needed.", "such as 12500");
        carlo.post("/products", Map.of("name", "Servo drive S4", "code", "S4", "price", "1.000", "cost", "620,00"));
        String list = browsers.as("svea").get("/products?q=s4").body();
        assertThat(list).contains("Servo drive S4", "€1,000", "€620", "38.0 %").doesNotContain("/products/new");
        assertThat(browsers.as("svea").get("/products?q=none").body()).contains("No products");
        String edit = carlo.get("/products/1/edit").body();
        assertThat(edit).contains("value=\"1000\"");
        carlo.send("PUT", "/products/1", Map.of("name", "Servo drive S4", "active", "no"));
        assertThat(carlo.get("/products").body()).contains("no longer offered");
    }

    private Pipeline pipeline(String name) {
        return pipelines.all().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
