package doppelpass.fields;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static doppelpass.fields.SomeFields.form;
import static doppelpass.fields.SomeFields.required;
import static doppelpass.testing.Program.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import doppelpass.api.Programs;
import doppelpass.console.Arguments;
import doppelpass.console.Command;
import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Program;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.testing.Window;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields of what people did and have to do: asked for where it is written down, told where it stands. */
@DoppelpassTest
class FieldsOfDeedsTest {
    private final Definitions definitions;
    private final Companies companies;
    private final People people;
    private final TestBrowsers browsers;
    private final Browser browser;
    private final Programs programs;
    private final List<Command> commands;
    private final DSLContext db;
    private final Cast cast;
    private long kern;

    FieldsOfDeedsTest(
            Definitions definitions,
            Companies companies,
            People people,
            TestBrowsers browsers,
            Browser browser,
            Programs programs,
            List<Command> commands,
            DSLContext db,
            Cast cast) {
        this.definitions = definitions;
        this.companies = companies;
        this.people = people;
        this.browsers = browsers;
        this.browser = browser;
        this.programs = programs;
        this.commands = commands;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        kern = companies.add(CompanyDetails.of("Kern GmbH"));
        for (String kind : List.of("activity", "task")) {
            definitions.add(required(kind, ValueType.CHOICE, "Mood", ""));
            definitions.add(form(kind, ValueType.TEXT, "Raum", "Room"));
            definitions.add(form(kind, ValueType.LINK, "", "Partner"));
        }
        definitions.add(SomeFields.formula("activity", "Loud", "activity.x_mood == \"red\""));
    }

    @Test
    void aFieldOfAnActivityComesByFormFileAndProgramAndIsReadEverywhere(@TempDir Path folder) throws IOException {
        WebClient svea = browsers.as("svea");
        String page = svea.get("/companies/" + kern).body();
        assertThat(page).contains("id=\"log-call-x_mood\"", "id=\"log-other-x_room\"");
        assertThat(log(svea, Map.of("x_room", "Halle 3")).body()).contains("Mood is required.");
        assertThat(log(svea, Map.of("x_mood", "red", "x_room", "Halle 3", "x_partner", "Kern GmbH #" + kern))
                        .statusCode())
                .isEqualTo(302);
        assertThat(svea.fragment("/history/company-" + kern).body())
                .contains("<dt>Mood</dt> <dd>Red</dd>", "<dt>Room</dt> <dd>Halle 3</dd>", "<dt>Loud</dt> <dd>Yes</dd>")
                .contains("<dd><a href=\"/companies/" + kern + "\">Kern GmbH</a></dd>");

        Program program = programs.of("svea");
        String call = "{\"kind\": \"call\", \"outcome\": \"reached\", \"company\": " + kern + "%s}";
        assertThat(program.send("POST", "/activities", call.formatted("")).body())
                .contains("Still needed: Mood.");
        Program.Answer made =
                program.send("POST", "/activities", call.formatted(", \"x_mood\": \"blue\", \"x_room\": \"Halle 1\""));
        assertThat(made.status()).as(made.body()).isEqualTo(201);

        String said = read(
                folder,
                "id,occurred_at,kind,Mood,Room\n1,2026-05-04 09:00,meeting,Grün,Halle 2\n"
                        + "2,2026-05-04 10:00,meeting,,Halle 9\n");
        assertThat(said).as(said).contains("A new record must have a value here.", "x_mood");
        assertThat(svea.get("/imports/" + said.replaceAll("(?s).*Import (\\d+) is.*", "$1"))
                        .body())
                .contains(">Mood</td>", "A new record must have a value here.");
        said = read(folder, "id,occurred_at,kind,Mood,Room\n1,2026-05-04 09:00,meeting,,Halle 22\n");
        assertThat(said).as("what is here already keeps its mood").doesNotContain("must have");
        read(folder, "id,occurred_at,kind\n1,2026-05-05 09:00,meeting\n");

        assertThat(rooms(program, "activity.x_mood == \"green\"")).containsExactly("Halle 22");
        assertThat(rooms(program, "activity.x_partner.name == \"Kern GmbH\" && activity.x_loud"))
                .containsExactly("Halle 3");
        assertThat(rooms(program, "activity.kind != \"note\"")).containsExactly("Halle 1", "Halle 22", "Halle 3");
        assertThat(svea.get("/companies?where=" + encoded("company.activities.exists(a, a.x_mood == \"blue\")"))
                        .body())
                .contains("Kern GmbH");
        assertThat(svea.get("/activities?cols=subject,x_mood,x_partner&sort=x_mood")
                        .body())
                .contains("Green", ">Kern GmbH</a>");
        assertThat(svea.get("/lists/activities/export.csv?cols=x_room,x_mood&sort=x_room")
                        .body()
                        .lines()
                        .skip(1))
                .containsExactly("Halle 1,blue", "Halle 22,green", "Halle 3,red");
    }

    @Test
    void aFieldOfATaskIsAskedWrittenInPlaceAndHandedOn() {
        WebClient svea = browsers.as("svea");
        HttpResponse<String> quick = svea.post(
                "/tasks",
                Map.of("from", "company-" + kern, "about", "company-" + kern, "title", "Ring & ask", "day", "week"));
        assertThat(quick.headers().firstValue("location").orElseThrow())
                .endsWith("/tasks/new?about=company-" + kern + "&title=Ring%20%26%20ask&day=week");
        assertThat(svea.get("/tasks/new?title=Ring+%26+ask&day=week").body())
                .contains("value=\"Ring &amp; ask\"", "value=\"2026-06-08\"", "name=\"x_mood\"");
        Map<String, String> task = new TreeMap<>(Map.of("title", "Ring", "dueOn", "2026-06-02", "repeat", "daily"));
        assertThat(svea.post("/tasks", task).body()).contains("Mood is required.");
        task.putAll(Map.of("x_mood", "green", "x_room", "Halle 3"));
        String url = svea.post("/tasks", task)
                .headers()
                .firstValue("location")
                .orElseThrow()
                .replaceFirst(".*/tasks/", "");
        long id = Long.parseLong(url);
        task.put("x_room", "");
        task.put("x_partner", "#" + kern);
        assertThat(svea.send("PUT", "/tasks/" + id, task).statusCode()).isEqualTo(302);
        assertThat(stored(id)).isEqualTo("{\"mood\": \"green\", \"partner\": " + kern + "}");
        assertThat(svea.send("PUT", "/lists/tasks/" + id + "/x_room", Map.of("value", "Halle 4", "was", ""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(browsers.as("mara")
                        .send("PUT", "/lists/tasks/" + id + "/x_room", Map.of("value", "Halle 5", "was", "Halle 4"))
                        .statusCode())
                .as("a task of others")
                .isEqualTo(404);
        svea.send("PUT", "/tasks/" + id + "/completion", Map.of());
        long next = (Long) db.fetchValue("select max(id) from tasks.task");
        assertThat(stored(next)).isEqualTo(stored(id)).contains("Halle 4");
        svea.send("DELETE", "/tasks/" + id + "/completion", Map.of());
        assertThat(db.fetchCount(org.jooq.impl.DSL.table("tasks.task")))
                .as("untouched, it goes")
                .isEqualTo(1);
        svea.send("PUT", "/tasks/" + id + "/completion", Map.of());
        assertThat(svea.get("/tasks/" + id).body()).contains("<dt>Room</dt><dd>Halle 4</dd>");

        Program program = programs.of("svea");
        assertThat(program.send("POST", "/tasks", "{\"title\": \"x\"}").body()).contains("Mood");
        assertThat(program.send("POST", "/tasks", "{\"title\": \"x\", \"x_mood\": \"red\"}")
                        .status())
                .isEqualTo(201);
        assertThat(svea.get("/lists/tasks/export.csv?cols=title,x_mood,x_room&sort=x_mood&where="
                                + encoded("task.x_mood in [\"green\", \"red\"]"))
                        .body()
                        .lines()
                        .skip(1))
                .containsExactly("Ring,green,Halle 4", "x,red,");
    }

    @Test
    void aCallIsLoggedWithItsFieldAndReadOnItsRecord() {
        definitions.add(SomeFields.form("task", ValueType.CHOICES, "Hallen", "Halls"));
        speak("svea", "en");
        try (Window svea = browser.as("svea")) {
            Page page = svea.page();
            svea.open("/companies/" + kern, 1280, false);
            page.locator("[data-dialog=log-call]").click();
            page.locator("#log-call-x_mood").selectOption("green");
            page.locator("#log-call details:has(#log-call-x_room) summary").click();
            page.locator("#log-call-x_room").fill("Halle 3");
            shoot(svea, "log");
            page.locator("#log-call .btn-good").click();
            assertThat(page.locator(".told")).containsText("Halle 3");
            page.locator(".quick-task [name=title]").fill("Ring & ask");
            page.locator(".quick-task [value=today]").click();
            assertThat(page.locator("#f-x_mood")).isVisible();
            assertThat(page.locator("[name=title]")).hasValue("Ring & ask");
            for (String path : List.of("/companies/" + kern, "/tasks/new", "/activities?cols=subject,x_mood,x_room")) {
                svea.open(path, 1280, false);
                assertThat(svea.barriers()).as(path).isEmpty();
                shoot(svea, "deeds" + path.replaceAll("\\W+", "-"));
            }
            assertThat(svea.complaints()).isEmpty();
        }
        try (Window ada = browser.as("ada")) {
            ada.open("/fields?kind=task", 1280, false);
            shoot(ada, "deeds-fields");
        }
    }

    private HttpResponse<String> log(WebClient client, Map<String, String> more) {
        Map<String, String> form =
                new TreeMap<>(Map.of("about", "company-" + kern, "kind", "call", "outcome", "reached"));
        form.putAll(more);
        return client.post("/activities", form);
    }

    private String read(Path folder, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("activities.csv"), csv);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        commands.stream()
                .filter(command -> command.verb().equals("import"))
                .findFirst()
                .orElseThrow()
                .run(
                        Arguments.parse(List.of(file.toString(), "--object", "activity")),
                        new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Set<String> rooms(Program program, String filter) {
        Program.Answer answer = program.get("/activities?fields=x_room&filter=" + encoded(filter));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Set<String> rooms = new TreeSet<>();
        answer.json().path("data").forEach(item -> rooms.add(item.path("x_room").asString()));
        return rooms;
    }

    private String stored(long task) {
        return (String) db.fetchValue("select fields::text from tasks.task where id = {0}", task);
    }

    private void speak(String name, String language) {
        Person person = cast.person(name);
        people.prefer(person.id(), language, person.theme());
    }

    private static void shoot(Window window, String name) {
        for (int width : List.of(1280, 360)) {
            boolean dark = width == 360;
            window.turn(width, dark);
            assertThat(window.overflow()).as("%s at %d", name, width).isZero();
            window.shot(Path.of("target", "shots", "%s-%d.png".formatted(name, width)));
        }
        window.turn(1280, false);
    }
}
