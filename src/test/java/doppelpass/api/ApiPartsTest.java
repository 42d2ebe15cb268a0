package doppelpass.api;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.TeamFunction;
import doppelpass.reach.Extent;
import doppelpass.reach.Reaches;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Program;
import doppelpass.testing.TestBrowsers;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What hangs on records, and what they refer to, through the API: as the document says, with the rights of the pages. */
@DoppelpassTest
class ApiPartsTest {
    private final Programs programs;
    private final Reaches reaches;
    private final TestBrowsers browsers;
    private final Cast cast;
    private final DSLContext db;

    ApiPartsTest(Programs programs, Reaches reaches, TestBrowsers browsers, Cast cast, DSLContext db) {
        this.programs = programs;
        this.reaches = reaches;
        this.browsers = browsers;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        reaches.agree();
    }

    @AfterEach
    void openAgain() {
        limit(Extent.ALL);
    }

    @Test
    void aNoteIsWrittenReadPinnedChangedAndDeleted() {
        Program mara = programs.of("mara");
        Document document = new Document(mara.get("/openapi.json").body());
        String contact =
                mara.send("POST", "/contacts", "{\"last_name\": \"Huber\"}").at("/id");
        String notes = "/contacts/" + contact + "/notes";
        Program.Answer made =
                mara.send("POST", notes, "{\"text\": \"**Wants** a demo, says @Svea Sales\", \"pinned\": true}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/api/v1" + notes + "/" + made.at("/id"));
        assertThat(document.faults("Note", made.body())).isEmpty();
        assertThat(made.at("/text")).isEqualTo("**Wants** a demo, says @Svea Sales");
        assertThat(made.at("/author/name")).isEqualTo("Mara Marketing");
        assertThat(browsers.as("svea").get("/news").body())
                .as("who is mentioned is told")
                .contains("Wants");
        mara.send("POST", notes, "{\"text\": \"second\"}");
        Program.Answer all = mara.get(notes);
        assertThat(document.faults("NoteList", all.body())).as(all.body()).isEmpty();
        assertThat(all.json().path("data")).hasSize(2);
        assertThat(all.at("/data/0/pinned")).as("pinned ones first").isEqualTo("true");

        String note = notes + "/" + made.at("/id");
        assertThat(mara.send("PATCH", note, "{\"text\": \"asked\", \"pinned\": false}")
                        .at("/text"))
                .isEqualTo("asked");
        assertThat(programs.of("svea")
                        .send("PATCH", note, "{\"text\": \"mine\"}")
                        .status())
                .as("another's note")
                .isEqualTo(403);
        assertThat(mara.send("DELETE", note, "").status()).isEqualTo(204);
        assertThat(mara.get(notes).json().path("data")).hasSize(1);
        assertThat(mara.send("PATCH", note, "{\"text\": \"again\"}").status()).isEqualTo(404);

        Program.Answer wrong = mara.send("POST", notes, "{\"txt\": \"x\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"field\":\"txt\"", "text, pinned", "\"field\":\"text\"");
        assertThat(mara.get("/contacts/" + contact + "/lines").status()).isEqualTo(404);
        assertThat(mara.get("/contacts/999999/notes").status()).isEqualTo(404);
        assertThat(programs.with("mara", List.of("deals:read")).get(notes).status())
                .as("the token's scope")
                .isEqualTo(403);
        assertThat(programs.with("mara", List.of("contacts:read"))
                        .send("POST", notes, "{\"text\": \"x\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theAmountOfADealFollowsItsLines() {
        Program svea = programs.of("svea");
        Document document = new Document(svea.get("/openapi.json").body());
        browsers.as("ada").post("/products", Map.of("name", "Gearbox", "code", "G-1", "price", "1250", "cost", "900"));
        String products = svea.get("/reference/products").body();
        assertThat(products)
                .contains("\"name\":\"Gearbox\"", "\"price\":{\"amount\":\"1250.00\",\"currency\":\"EUR\"}");
        String product = svea.get("/reference/products").at("/data/0/id");
        String deal = svea.send("POST", "/deals", "{\"name\": \"Gears\", \"type\": \"new\"}")
                .at("/id");
        String lines = "/deals/" + deal + "/lines";
        Program.Answer made = svea.send(
                "POST", lines, "{\"product\": %s, \"quantity\": 2.5, \"discount\": \"10 %%\"}".formatted(product));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(document.faults("Line", made.body())).as(made.body()).isEmpty();
        assertThat(made.at("/text")).isEqualTo("Gearbox");
        assertThat(made.at("/net/amount")).as("2.5 × 1250 less a tenth").isEqualTo("2812.50");
        assertThat(svea.get("/deals/" + deal).at("/amount/amount")).isEqualTo("2812.50");
        Program.Answer free = svea.send("POST", lines, "{\"text\": \"Set-up\", \"price\": 500, \"place\": 0}");
        assertThat(free.status()).as(free.body()).isEqualTo(201);
        assertThat(svea.get(lines).at("/data/0/text")).isEqualTo("Set-up");
        assertThat(document.faults("LineList", svea.get(lines).body())).isEmpty();
        svea.send("PATCH", lines + "/" + free.at("/id"), "{\"price\": \"750.00\", \"place\": 1}");
        assertThat(svea.get(lines).at("/data/1/price/amount")).isEqualTo("750.00");
        assertThat(svea.get("/deals/" + deal).at("/amount/amount")).isEqualTo("3562.50");
        assertThat(svea.send("DELETE", lines + "/" + made.at("/id"), "").status())
                .isEqualTo(204);
        assertThat(svea.get("/deals/" + deal).at("/amount/amount")).isEqualTo("750.00");
        assertThat(svea.send("POST", lines, "{\"text\": \"Nothing\"}").status()).isEqualTo(422);
        assertThat(svea.send("POST", lines, "{\"text\": \"x\", \"price\": 1, \"quantity\": -1}")
                        .status())
                .isEqualTo(422);
        assertThat(programs.of("mara").get(lines).status())
                .as("marketing reads deals")
                .isEqualTo(200);
        assertThat(programs.of("mara")
                        .send("POST", lines, "{\"text\": \"x\", \"price\": 1}")
                        .status())
                .isEqualTo(403);
        assertThat(svea.get("/deals/" + deal).at("/amount/amount")).isEqualTo("750.00");
        String key = "once-and-once-only";
        svea.send("POST", lines, "{\"text\": \"x\", \"price\": 1}", "Idempotency-Key", key);
        svea.send("POST", lines, "{\"text\": \"x\", \"price\": 1}", "Idempotency-Key", key);
        assertThat(svea.get(lines).json().path("data")).hasSize(2);
    }

    @Test
    void whatRecordsReferToIsThereByName() {
        Program svea = programs.of("svea");
        List<String> names = List.of("fields", "people", "pipelines", "price-books", "products", "tags");
        for (String name : names) assertThat(svea.get("").body()).contains("/api/v1/reference/" + name);
        assertThat(svea.get("/reference/people").body()).contains("\"name\":\"Svea Sales\"", "\"function\":\"sales\"");
        assertThat(svea.get("/reference/pipelines").body()).contains("\"kind\":\"won\"", "\"probability\":");
        browsers.as("ada")
                .post(
                        "/fields",
                        Map.of("kind", "company", "type", "number", "labelDe", "Anlagen", "labelEn", "Machines"));
        assertThat(svea.get("/reference/fields").body())
                .contains("\"name\":\"x_machines\"", "\"de\":\"Anlagen\"", "\"on\":\"company\"");
        assertThat(svea.get("/reference/nonsense").status()).isEqualTo(404);
    }

    @Test
    void whoSeesOnlyTheirOwnReachesNothingOnForeignRecords() {
        Program mara = programs.of("mara");
        String contact =
                mara.send("POST", "/contacts", "{\"last_name\": \"Fremd\"}").at("/id");
        String note = mara.send("POST", "/contacts/" + contact + "/notes", "{\"text\": \"Xylophon\"}")
                .at("/id");
        limit(Extent.OWN);
        Program svea = programs.of("svea");
        String notes = "/contacts/" + contact + "/notes";
        assertThat(svea.get(notes).status()).isEqualTo(404);
        assertThat(svea.get(notes).body()).doesNotContain("Xylophon");
        assertThat(svea.send("POST", notes, "{\"text\": \"x\"}").status()).isEqualTo(404);
        assertThat(svea.send("DELETE", notes + "/" + note, "").status()).isEqualTo(404);
        String own =
                svea.send("POST", "/contacts", "{\"last_name\": \"Eigen\"}").at("/id");
        assertThat(svea.send("PATCH", "/contacts/" + own + "/notes/" + note, "{\"text\": \"x\"}")
                        .status())
                .as("a note of another record")
                .isEqualTo(404);
        assertThat(mara.get(notes).at("/data/0/text")).isEqualTo("Xylophon");
        assertThat(db.fetchCount(org.jooq.impl.DSL.table("notes.note"))).isEqualTo(1);
    }

    private void limit(Extent extent) {
        Map<String, Extent> all = Map.of("company", extent, "contact", extent, "lead", extent, "deal", extent);
        reaches.set(Map.of(TeamFunction.SALES, all), cast.person("ada"));
    }
}
