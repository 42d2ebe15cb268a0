package doppelpass.api;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Program;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The document as others read it, and the running server as the document says. */
@DoppelpassTest
class ApiDocumentTest {
    private static final Map<String, String> NEW = Map.of(
            "contacts", "{\"last_name\": \"Huber\", \"mail\": \"anna@huber.example\", \"tags\": [\"VIP\"]}",
            "companies",
                    "{\"name\": \"Huber\", \"employees\": 12, \"x_machines\": 4.5, \"x_partner\": false, \"x_worth\": \"9.99\"}",
            "leads", "{\"contact\": 1, \"source\": \"Fair\"}",
            "deals", "{\"name\": \"Gears\", \"amount\": 12, \"company\": 1, \"expected\": \"2026-09-01\"}",
            "campaigns", "{\"name\": \"Fair\", \"budget\": \"10.50\", \"starts\": \"2026-05-01\"}",
            "tasks", "{\"title\": \"Call\", \"deal\": 1}",
            "activities", "{\"kind\": \"call\", \"contact\": 1}");

    private final Programs programs;
    private final TestBrowsers browsers;
    private final Cast cast;

    ApiDocumentTest(Programs programs, TestBrowsers browsers, Cast cast) {
        this.programs = programs;
        this.browsers = browsers;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        WebClient ada = browsers.as("ada");
        field(ada, "number", "Machines");
        field(ada, "flag", "Partner");
        field(ada, "money", "Worth");
    }

    @Test
    void theDocumentIsOpenApiAndEveryAnswerOfTheServerFitsItsSchemas() {
        Program mara = programs.of("mara");
        Program svea = programs.of("svea");
        String text = svea.get("/openapi.json").body();
        SwaggerParseResult read = new OpenAPIV3Parser().readContents(text);
        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(read.getOpenAPI().getPaths()).hasSize(7 * 3 + 7 + 1 + 1 + 5 * 2 + 2 + 1);
        JsonNode paths = svea.get("/openapi.json").json().path("paths");
        for (String list : List.of("tasks", "activities", "deals"))
            assertThat(paths.path("/" + list + "/{id}").propertyNames())
                    .as(list)
                    .contains("patch", "delete");
        assertThat(mara.get("/openapi.json").json().at("/paths/~1deals~1{id}").propertyNames())
                .as("marketing reads deals")
                .doesNotContain("patch", "delete");
        Document document = new Document(text);
        JsonNode schemas = svea.get("/openapi.json").json().at("/components/schemas");
        for (String list : List.of("companies", "contacts", "leads", "campaigns", "deals", "tasks", "activities")) {
            Program program = list.equals("deals") ? svea : mara;
            String name = svea.get("/openapi.json")
                    .json()
                    .at("/paths/~1" + list + "/get/operationId")
                    .asString()
                    .replaceFirst("list", "");
            assertThat(document.faults(name + "New", Objects.requireNonNull(NEW.get(list))))
                    .as(list)
                    .isEmpty();
            Program.Answer made = program.send("POST", "/" + list, Objects.requireNonNull(NEW.get(list)));
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            assertThat(document.faults(name, made.body())).as(made.body()).isEmpty();
            assertThat(names(made.json())).isEqualTo(names(schemas.at("/" + name + "/properties")));
            assertThat(document.faults(
                            name + "Page",
                            program.get("/" + list + "?count=exact").body()))
                    .isEmpty();
            Program.Answer batch =
                    program.send("POST", "/" + list + "/batch", "{\"rows\": [{\"values\": {\"bad\": 1}}]}");
            assertThat(document.faults("BatchResult", batch.body()))
                    .as(batch.body())
                    .isEmpty();
            Program.Answer wrong = program.send("POST", "/" + list, "{\"bad\": 1}");
            assertThat(document.faults("Problem", wrong.body()))
                    .as(wrong.body())
                    .isEmpty();
            assertThat(document.faults(name + "New", "{\"bad\": 1}"))
                    .as("the schema refuses it too")
                    .isNotEmpty();
        }
        String events = mara.get("/events").body();
        assertThat(events).contains("contact.created");
        assertThat(document.faults("EventPage", events)).as(events).isEmpty();
    }

    @Test
    void theDocumentTellsOnlyWhatTheTokenOpensAndPeopleReadItToo() {
        Program few = programs.with("carlo", List.of("deals:read"));
        assertThat(names(few.get("/openapi.json").json().path("paths")))
                .contains("/deals", "/deals/{id}/lines", "/events", "/reference/{name}")
                .allMatch(path ->
                        path.startsWith("/deals") || path.equals("/events") || path.equals("/reference/{name}"));
        WebClient mara = browsers.as("mara");
        assertThat(mara.get("/api").body()).contains("/api/v1/contacts", "x_machines", "Machines", "curl");
        Matcher filter = Pattern.compile("'filter=([^']*)'")
                .matcher(Example.all("").stream().map(Example::command).collect(Collectors.joining("\n")));
        assertThat(filter.find()).isTrue();
        assertThat(programs.of("mara")
                        .get("/deals?filter=" + Program.encoded(filter.group(1)))
                        .status())
                .as("the example runs")
                .isEqualTo(200);
        assertThat(mara.get("/api/openapi.json").body()).contains("\"openapi\":\"3.1.0\"", "x_worth");
    }

    private static void field(WebClient ada, String type, String label) {
        ada.post("/fields", Map.of("kind", "company", "type", type, "labelDe", label, "labelEn", label));
    }

    private static Set<String> names(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }
}
