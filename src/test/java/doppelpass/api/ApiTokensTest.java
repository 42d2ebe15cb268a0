package doppelpass.api;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Program;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class ApiTokensTest {
    private static final Pattern TOKEN = Pattern.compile("dp_[0-9a-f]{8}_[A-Za-z0-9_-]{43}");

    private final Programs programs;
    private final ApiTokens tokens;
    private final Limits limits;
    private final TestBrowsers browsers;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;

    ApiTokensTest(
            Programs programs,
            ApiTokens tokens,
            Limits limits,
            TestBrowsers browsers,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.programs = programs;
        this.tokens = tokens;
        this.limits = limits;
        this.browsers = browsers;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        cast.enter();
    }

    @AfterEach
    void reset() {
        clock.set(TestClock.START);
    }

    @Test
    void aTokenIsShownOnceKeptAsHashUsedAndTakenBack() {
        WebClient svea = browsers.as("svea");
        assertThat(svea.get("/tokens").body()).contains("No program acts for you", "empty");
        String page = svea.post(
                        "/tokens?scopes=contacts:read&scopes=people:write", Map.of("name", "Webshop", "days", "30"))
                .body();
        String token = found(page);
        assertThat(svea.get("/tokens").body())
                .contains("Webshop", token.substring(0, 11), "Never used")
                .doesNotContain(token);
        assertThat(db.fetchSingle("select t::text from api.token t").get(0, String.class))
                .contains("{contacts:read}")
                .doesNotContain(token.substring(12));
        Program shop = new Program(browsers.url(), token);
        assertThat(shop.get("").at("/person/name")).isEqualTo("Svea Sales");
        assertThat(shop.get("").json().path("lists").toString()).isEqualTo("[\"/api/v1/contacts\"]");
        assertThat(svea.get("/tokens").body()).doesNotContain("Never used");
        assertThat(browsers.as("mara").get("/tokens").body()).doesNotContain("Webshop");
        assertThat(browsers.as("mara").send("DELETE", "/tokens/1", Map.of()).statusCode())
                .isEqualTo(404);
        WebClient ada = browsers.as("ada");
        assertThat(ada.get("/tokens").body()).contains("Webshop", "Svea Sales");
        ada.send("DELETE", "/tokens/1", Map.of());
        assertThat(shop.get("").status()).isEqualTo(401);
        assertThat(svea.post("/tokens", Map.of("name", "Webshop", "days", "30")).statusCode())
                .as("no scope")
                .isEqualTo(422);
        assertThat(ada.get("/audit?kind=token").body()).contains("API token").doesNotContain(token);
    }

    @Test
    void withoutAValidTokenNobodyComesInAndNoSessionDoes() {
        WebClient mara = browsers.as("mara");
        int sessions = db.fetchCount(DSL.table("identity.spring_session"));
        Program.Answer nobody = programs.nobody().get("/contacts");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(nobody.header("Set-Cookie")).isEmpty();
        assertThat(mara.get("/api/v1/contacts").statusCode())
                .as("a session is no token")
                .isEqualTo(401);
        Program known = programs.of("mara");
        assertThat(known.get("/contacts").status()).isEqualTo(200);
        assertThat(known.get("/contacts").header("Set-Cookie")).isEmpty();
        String token = tokens.make(
                "x", List.of("contacts:read"), clock.instant().plus(Duration.ofDays(1)), cast.person("mara"));
        for (String wrong : List.of(
                "dp_x", token.substring(0, token.length() - 1) + "~", token.replaceFirst("_.{8}_", "_00000000_")))
            assertThat(new Program(browsers.url(), wrong).get("/contacts").status())
                    .isEqualTo(401);
        Program today = new Program(browsers.url(), token);
        assertThat(today.get("/contacts").status()).isEqualTo(200);
        clock.advance(Duration.ofDays(1));
        assertThat(today.get("/contacts").status()).as("expired").isEqualTo(401);
        db.execute("update identity.person set active = false where mail = 'mara@kern.test'");
        assertThat(known.get("/contacts").status()).as("gone").isEqualTo(401);
        assertThat(db.fetchCount(DSL.table("identity.spring_session"))).isEqualTo(sessions);
    }

    @Test
    void aTokenMayWhatItsScopesAndItsPersonMayAndARefusalChangesNothing() {
        Program mara = programs.of("mara");
        String contact = "/contacts/"
                + mara.send("POST", "/contacts", "{\"last_name\": \"Huber\"}").at("/id");
        String before = contact(contact);
        Program reads = programs.with("mara", List.of("contacts:read"));
        Program writes = programs.with("mara", List.of("contacts:write"));
        Program carlo = programs.of("carlo");
        Program boris = programs.of("boris");
        for (Program reader : List.of(reads, carlo, boris)) {
            assertThat(reader.send("POST", "/contacts", "{\"last_name\": \"No\"}")
                            .status())
                    .isIn(403, 404);
            assertThat(reader.send("PATCH", contact, "{\"last_name\": \"No\"}").status())
                    .isIn(403, 404);
            assertThat(reader.send("DELETE", contact, "").status()).isIn(403, 404);
            assertThat(reader.send("PUT", "/contacts/by-email/a@b.example", "{\"last_name\": \"No\"}")
                            .status())
                    .isIn(403, 404);
            String rows = "{\"rows\": [{\"values\": {\"last_name\": \"No\"}}, {\"op\": \"delete\", \"id\": 1}]}";
            Program.Answer batch = reader.send("POST", "/contacts/batch", rows);
            assertThat(batch.status() == 207 ? batch.at("/failed") : "2").isEqualTo("2");
        }
        assertThat(reads.send("PATCH", contact, "{}").at("/detail")).contains("contacts:write");
        assertThat(reads.get("/companies").at("/detail")).contains("companies:read");
        assertThat(writes.get(contact).status()).isEqualTo(403);
        assertThat(boris.get("/contacts").status())
                .as("the works council sees no contacts")
                .isEqualTo(404);
        assertThat(carlo.get(contact).status()).isEqualTo(200);
        assertThat(contact(contact)).isEqualTo(before);
        assertThat(db.fetchCount(DSL.table("contacts.contact"))).isEqualTo(1);
        Program.Answer blind = writes.send("PATCH", contact, "{\"last_name\": \"Maier\"}");
        assertThat(blind.body())
                .as("who may not read is told only that it is done")
                .isEqualTo("{\"id\":1}");
        assertThat(contact(contact)).contains("Maier");
    }

    @Test
    void requestsAreCountedForEachToken() {
        String token = tokens.make("busy", List.of("contacts:read"), null, cast.person("mara"));
        Program busy = new Program(browsers.url(), token);
        Program.Answer first = busy.get("/contacts");
        assertThat(first.header("RateLimit-Limit")).isEqualTo("1200");
        assertThat(first.header("RateLimit-Remaining")).isEqualTo("1199");
        assertThat(first.header("RateLimit-Reset")).isEqualTo("1");
        Token kept = tokens.caller(token).orElseThrow().token();
        Program.Answer refused = first;
        // one more is let in every 50 ms: others take it until ours comes too late
        for (int i = 0; i < 200 && refused.status() != 429; i++) {
            while (limits.take(kept).allowed()) continue;
            refused = busy.get("/contacts");
        }
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(programs.of("mara").get("/contacts").status())
                .as("another token")
                .isEqualTo(200);
    }

    private String contact(String path) {
        return db.fetchSingle("select c::text from contacts.contact c where id = " + path.replaceFirst(".*/", ""))
                .get(0, String.class);
    }

    private static String found(String page) {
        Matcher matcher = TOKEN.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group();
    }
}
