package doppelpass.fields;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static doppelpass.fields.SomeFields.form;
import static doppelpass.fields.SomeFields.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.core.TeamFunction;
import doppelpass.database.FieldRight;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.reach.Reaches;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.testing.Window;
import doppelpass.web.Refusal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever writes down a new record may say all of it at once: what need not be said waits in a closed part of the form. */
@DoppelpassTest
class NewRecordFieldsTest {
    private static final Pattern MORE = Pattern.compile(
            "(?s)<details class=\"fold flat whole\"( open)?>\\s*<summary>([^<]*)</summary>(.*?)</details>");
    private static final Map<String, String> TABLES = Map.of(
            "company", "contacts.company",
            "contact", "contacts.contact",
            "lead", "leads.lead",
            "deal", "deals.deal",
            "campaign", "campaigns.campaign",
            "task", "tasks.task");

    private final Definitions definitions;
    private final Fields fields;
    private final Companies companies;
    private final Reaches reaches;
    private final People people;
    private final TestBrowsers browsers;
    private final Browser browser;
    private final DSLContext db;
    private final Cast cast;
    private long someone;

    NewRecordFieldsTest(
            Definitions definitions,
            Fields fields,
            Companies companies,
            Reaches reaches,
            People people,
            TestBrowsers browsers,
            Browser browser,
            DSLContext db,
            Cast cast) {
        this.definitions = definitions;
        this.fields = fields;
        this.companies = companies;
        this.reaches = reaches;
        this.people = people;
        this.browsers = browsers;
        this.browser = browser;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        reaches.agree();
        someone = (Long) db.fetchValue("insert into contacts.contact (first_name, last_name, created_at)"
                + " values ('Änne', 'Ohm', now()) returning id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"company", "contact", "lead", "deal", "campaign", "task"})
    void whatNeedNotBeSaidIsSavedWithTheNewRecord(String kind) {
        definitions.add(form(kind, ValueType.TEXT, "Raum", "Room"));
        definitions.add(form(kind, ValueType.NUMBER, "Anzahl", "Count"));
        definitions.add(SomeFields.formula(kind, "Doubled", kind + ".x_count * 2"));
        long before = count(kind);
        More asked = more(writer(kind, "en").get("/" + list(kind) + "/new"));
        assertThat(asked.open()).isFalse();
        assertThat(asked.summary()).isEqualTo("More details");
        assertThat(asked.body())
                .contains(">Room<", ">Count<", "name=\"x_count\"")
                .doesNotContain("Doubled");
        assertThat(more(writer(kind, "de").get("/" + list(kind) + "/new")).body())
                .contains(">Raum<", ">Anzahl<");
        assertThat(more(writer(kind, "de").get("/" + list(kind) + "/new")).summary())
                .isEqualTo("Weitere Angaben");

        WebClient writer = writer(kind, "en");
        HttpResponse<String> refused = post(writer, kind, Map.of("x_room", "Halle 3", "x_count", "viele"));
        assertThat(refused.statusCode()).isEqualTo(422);
        More wrong = more(refused);
        assertThat(wrong.open()).as("where the error is").isTrue();
        assertThat(wrong.body()).contains("value=\"Halle 3\"", "value=\"viele\"", "Count: “viele” is no number");
        HttpResponse<String> elsewhere = post(writer, kind, Map.of(lacking(kind), "", "x_room", "Halle 3"));
        assertThat(elsewhere.statusCode()).isEqualTo(422);
        assertThat(more(elsewhere).open()).isFalse();
        assertThat(more(elsewhere).body()).contains("value=\"Halle 3\"");
        assertThat(count(kind)).isEqualTo(before);

        assertThat(post(writer, kind, Map.of("x_room", "Halle 3", "x_count", "2,5"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(stored(kind)).isEqualTo("{\"room\": \"Halle 3\", \"count\": 2.5}");
        post(writer, kind, Map.of("name", "Another", "lastName", "Other", "x_room", "", "x_count", ""));
        assertThat(stored(kind)).isEqualTo("{}");
        assertThat(count(kind)).isEqualTo(before + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"company", "campaign"})
    void whatMayNotBeWrittenIsNotAskedAndNotTaken(String kind) {
        definitions.add(form(kind, ValueType.TEXT, "Raum", "Room"));
        definitions.add(form(kind, ValueType.NUMBER, "Anzahl", "Count"));
        WebClient writer = writer(kind, "en");
        for (FieldRight right : List.of(FieldRight.HIDDEN, FieldRight.READ, FieldRight.VISIBLE)) {
            boolean open = right == FieldRight.VISIBLE;
            limit(kind, right);
            More asked = more(writer.get("/" + list(kind) + "/new"));
            assertThat(asked.body()).contains("x_count");
            assertThat(asked.body().contains("x_room")).as("%s", right).isEqualTo(open);
            Map<String, String> sent = Map.of("name", "Limited " + right, "x_room", "Halle 3", "x_count", "7");
            assertThat(post(writer, kind, sent).statusCode()).isEqualTo(302);
            assertThat(stored(kind).contains("Halle 3")).as("%s", right).isEqualTo(open);
            assertThat(stored(kind)).contains("\"count\": 7");
        }
    }

    @Test
    void aDealIsAskedForWhatItsStageDemandsAndMaySayWhatLaterOnesWill() {
        List<Long> stages =
                db.fetchValues("select id from deals.stage where kind = 'open' order by position, id").stream()
                        .map(Long.class::cast)
                        .toList();
        definitions.add(required("deal", ValueType.TEXT, "Plan", stages.get(2).toString()));
        WebClient writer = writer("deal", "en");
        assertThat(more(writer.get("/deals/new")).body()).contains("x_plan");
        assertThat(post(writer, "deal", Map.of("stage", stages.get(0).toString(), "x_plan", "A"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(stored("deal")).isEqualTo("{\"plan\": \"A\"}");
        HttpResponse<String> late =
                post(writer, "deal", Map.of("stage", stages.get(2).toString()));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("Plan is required.", "x_plan");
        assertThat(MORE.matcher(late.body()).find()).as("in the open").isFalse();
        assertThat(writer.get("/deals/" + last("deal") + "/edit").body())
                .as("what a record has is written beside it")
                .doesNotContain("x_plan");
    }

    @Test
    void aRecordAndWhatItsFormAskedForAreKeptTogetherOrNotAtAll() {
        CustomField room = definitions.add(form("company", ValueType.TEXT, "Raum", "Room"));
        Demanded asked = fields.asked("company", null, List.of(), Map.of("x_room", "Halle 3"));
        definitions.archive(room.id());
        assertThatThrownBy(() -> fields.add("company", asked, () -> companies.add(CompanyDetails.of("Kern GmbH"))))
                .isInstanceOf(Refusal.class);
        assertThat(count("company")).isZero();
    }

    @Test
    void thePartOpensByKeyboardAndIsReadable() {
        definitions.add(form("deal", ValueType.TEXT, "Raum", "Room"));
        definitions.add(form("deal", ValueType.CHOICES, "Hallen", "Halls"));
        definitions.add(form("deal", ValueType.LINK, "Lieferant", "Supplier"));
        definitions.add(required("deal", ValueType.DATE, "Visited", ""));
        writer("deal", "de");
        try (Window window = browser.as("svea")) {
            Page page = window.page();
            window.open("/deals/new", 1280, false);
            assertThat(page.locator("#f-x_visited")).isVisible();
            assertThat(page.locator("#f-x_room")).isHidden();
            page.locator("form summary").focus();
            page.keyboard().press("Enter");
            page.locator("#f-x_room").fill("Halle 3");
            shoot(window, "new-record");
            assertThat(window.barriers()).isEmpty();
            page.locator("#f-x_supplier").fill("Niemand");
            page.locator(".formbar .btn-primary").click();
            assertThat(page.locator("#f-x_supplier")).isVisible();
            assertThat(page.locator("#f-x_room")).hasValue("Halle 3");
            shoot(window, "new-record-wrong");
            assertThat(window.barriers()).isEmpty();
        }
    }

    private record More(boolean open, String summary, String body) {}

    private static More more(HttpResponse<String> page) {
        Matcher more = MORE.matcher(page.body());
        assertThat(more.find()).as(page.body()).isTrue();
        return new More(more.group(1) != null, more.group(2), more.group(3));
    }

    private HttpResponse<String> post(WebClient client, String kind, Map<String, String> more) {
        Map<String, String> sent = new TreeMap<>(
                switch (kind) {
                    case "company" -> Map.of("name", "Kern GmbH", "fit", "unknown");
                    case "contact" -> Map.of("lastName", "Beck", "mayMail", "unknown", "mayCall", "unknown");
                    case "lead" ->
                        Map.of(
                                "contact",
                                Long.toString(someone),
                                "productLine",
                                more.getOrDefault("name", "gears"),
                                "source",
                                "Messe",
                                "channel",
                                "event");
                    case "deal" -> Map.of("name", "Presse", "type", "new");
                    case "campaign" ->
                        Map.of("name", "Messe", "status", "planned", "type", "Webinar", "channel", "email");
                    default -> Map.of("title", "Anrufen");
                });
        sent.putAll(more);
        return client.post("/" + list(kind), sent);
    }

    /** What no record of the kind may lack. */
    private static String lacking(String kind) {
        return switch (kind) {
            case "contact" -> "lastName";
            case "lead" -> "productLine";
            case "task" -> "title";
            default -> "name";
        };
    }

    private static String list(String kind) {
        return kind.equals("company") ? "companies" : kind + "s";
    }

    private long count(String kind) {
        return (Long) db.fetchValue("select count(*) from " + TABLES.get(kind));
    }

    private long last(String kind) {
        return (Long) db.fetchValue("select max(id) from " + TABLES.get(kind));
    }

    private String stored(String kind) {
        return (String) db.fetchValue("select fields::text from " + TABLES.get(kind) + " where id = {0}", last(kind));
    }

    /** Marketing makes campaigns, sales makes deals. */
    private WebClient writer(String kind, String language) {
        String name = kind.equals("deal") ? "svea" : "mara";
        Person writer = cast.person(name);
        people.prefer(writer.id(), language, writer.theme());
        return browsers.as(name);
    }

    private void limit(String kind, FieldRight right) {
        reaches.limit(Map.of(TeamFunction.MARKETING, Map.of(kind, Map.of("x_room", right))), cast.person("ada"));
    }

    private static void shoot(Window window, String name) {
        for (int width : List.of(1280, 360)) {
            window.turn(width, width == 360);
            assertThat(window.overflow()).as("%s at %d", name, width).isZero();
            window.shot(Path.of("target", "shots", "%s-%d.png".formatted(name, width)));
        }
        window.turn(1280, false);
    }
}
