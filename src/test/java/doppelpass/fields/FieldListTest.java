package doppelpass.fields;

import static doppelpass.fields.SomeFields.form;
import static doppelpass.fields.SomeFields.required;
import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.deals.Pipelines;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.work.Queue;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fields people made up where everybody works: lists, forms, files, boards. */
@DoppelpassTest
class FieldListTest {
    private static final String ALL = "name,x_text,x_number,x_money,x_date,x_choice,x_choices,x_flag,x_link";

    private final Definitions definitions;
    private final Fields fields;
    private final Companies companies;
    private final Pipelines pipelines;
    private final TestBrowsers browsers;
    private final Queue queue;
    private final DSLContext db;
    private final Cast cast;
    private long kern;
    private long ohm;

    FieldListTest(
            Definitions definitions,
            Fields fields,
            Companies companies,
            Pipelines pipelines,
            TestBrowsers browsers,
            Queue queue,
            DSLContext db,
            Cast cast) {
        this.definitions = definitions;
        this.fields = fields;
        this.companies = companies;
        this.pipelines = pipelines;
        this.browsers = browsers;
        this.queue = queue;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        kern = companies.add(CompanyDetails.of("Kern GmbH"));
        ohm = companies.add(CompanyDetails.of("Ohm AG"));
        for (ValueType type : ValueType.values())
            if (type != ValueType.FORMULA) definitions.add(form("company", type, "Feld " + type.code(), type.code()));
        fields.write(
                "company",
                kern,
                Map.of(
                        "x_text",
                        "=Halle, \"3\"",
                        "x_number",
                        "12.5",
                        "x_money",
                        "99.90",
                        "x_date",
                        "2026-05-31",
                        "x_choice",
                        "green",
                        "x_choices",
                        "red, blue",
                        "x_flag",
                        "yes",
                        "x_link",
                        "#" + ohm));
    }

    @Test
    void aFieldIsAColumnThatIsFilteredSortedWrittenAndWrittenManyTimes() {
        WebClient mara = browsers.as("mara");
        assertThat(mara.get("/companies?cols=" + ALL).body())
                .contains("=Halle, \"3\"", "12.5", "€99.90", "31 May 2026", "Green", "Red", "Blue", ">Ohm AG</a>");
        assertThat(found(mara, "company.x_number > 12.0")).containsExactly(kern);
        assertThat(found(mara, "company.x_choice == \"green\" && \"red\" in company.x_choices"))
                .containsExactly(kern);
        assertThat(found(mara, "company.x_link.name == \"Ohm AG\" && company.x_flag"))
                .containsExactly(kern);
        assertThat(found(mara, "!has(company.x_date)")).containsExactly(ohm);
        fields.write("company", ohm, Map.of("x_number", "3", "x_text", "Anbau"));
        assertThat(ids(mara.get("/companies?sort=x_number").body())).containsExactly(ohm, kern);
        assertThat(ids(mara.get("/companies?sort=x_text&desc=true").body())).containsExactly(ohm, kern);

        HttpResponse<String> cell = cell(mara, kern, "x_number", "12,75", "12.5");
        assertThat(cell.statusCode()).isEqualTo(200);
        assertThat(cell.body()).contains("12.75");
        assertThat(cell(mara, kern, "x_number", "13", "12.5").statusCode()).isEqualTo(409);
        HttpResponse<String> wrong = cell(mara, kern, "x_number", "many", "12.75");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("number: “many” is no number");
        assertThat(cell(mara, kern, "x_link", "Kern GmbH #" + kern, "Ohm AG #" + ohm)
                        .body())
                .contains(">Kern GmbH</a>");

        String bulk = location(mara.post(
                "/lists/companies/bulk", Map.of("all", "yes", "column", "x_choices", "how", "+", "value", "Green")));
        mara.send("PUT", bulk + "/run", Map.of());
        queue.runUntilIdle();
        assertThat(value(kern, "x_choices")).isEqualTo(List.of("red", "blue", "green"));
        assertThat(value(ohm, "x_choices")).isEqualTo(List.of("green"));
        mara.post(bulk + "/undo", Map.of());
        queue.runUntilIdle();
        assertThat(value(kern, "x_choices")).isEqualTo(List.of("red", "blue"));
        assertThat(fields.values("company", List.of(ohm)).get(ohm)).doesNotContainKey("x_choices");
    }

    @Test
    void formsAskForWhatIsRequiredAndDealsDoNotEnterAStageWithoutIt() {
        var stages = pipelines.all().getFirst().openStages();
        long second = stages.get(1).id();
        definitions.add(required("deal", ValueType.TEXT, "Offer number", Long.toString(second)));
        definitions.add(required("deal", ValueType.CHOICE, "Colour", ""));
        WebClient svea = browsers.as("svea");
        String fresh = svea.get("/deals/new").body();
        int closed = fresh.indexOf("<details", fresh.indexOf("name=\"x_colour\""));
        assertThat(closed)
                .as("what the stage does not ask for waits in a closed part")
                .isPositive();
        assertThat(fresh.indexOf("name=\"x_offer_number\"")).isGreaterThan(closed);
        HttpResponse<String> missing = svea.post("/deals", Map.of("name", "Servo drives"));
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.body()).contains("Colour is required.");
        String deal = location(svea.post("/deals", Map.of("name", "Servo drives", "x_colour", "red")));
        long id = Long.parseLong(deal.replace("/deals/", ""));
        assertThat(fields.values("deal", List.of(id)).get(id)).containsEntry("x_colour", "red");
        HttpResponse<String> refused = svea.move("/deals/" + id + "/stage", Long.toString(second), "/deals/" + id);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This stage still needs: Offer number.");
        HttpResponse<String> written =
                svea.send("PUT", "/fields/of/deal-" + id + "/x_offer_number", Map.of("value", "AN-7", "was", ""));
        assertThat(written.statusCode()).isEqualTo(302);
        svea.move("/deals/" + id + "/stage", Long.toString(second), "/deals/" + id);
        assertThat(db.fetchValue("select stage_id from deals.deal where id = {0}", id))
                .isEqualTo(second);
        assertThat(browsers.as("carlo")
                        .send("PUT", "/fields/of/deal-" + id + "/x_offer_number", Map.of("value", "x", "was", "AN-7"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browsers.as("svea").post("/fields", Map.of("kind", "deal")).statusCode())
                .isEqualTo(403);
    }

    private List<Long> found(WebClient client, String rule) {
        return ids(client.get("/companies?where=" + URLEncoder.encode(rule, StandardCharsets.UTF_8))
                .body());
    }

    private static List<Long> ids(String page) {
        return Pattern.compile("class=\"strong\" href=\"/companies/(\\d+)\"")
                .matcher(page)
                .results()
                .map(result -> Long.valueOf(result.group(1)))
                .toList();
    }

    private static HttpResponse<String> cell(WebClient client, long id, String column, String value, String was) {
        return client.send("PUT", "/lists/companies/" + id + "/" + column, Map.of("value", value, "was", was));
    }

    private @Nullable Object value(long id, String name) {
        return fields.values("company", List.of(id)).getOrDefault(id, Map.of()).get(name);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()))
                .replaceFirst("https?://[^/]+", "");
    }
}
