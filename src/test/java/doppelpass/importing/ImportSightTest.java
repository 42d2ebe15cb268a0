package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.database.Sight;
import doppelpass.identity.Rights;
import doppelpass.reach.Reaches;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.work.Queue;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files and what was refused of them hold values of whatever records there are: imports are for people who see everything. */
@DoppelpassTest
class ImportSightTest {
    private static final String WORD = "Quittenhain";
    private static final String ROWS = "Kundennr;Firma;Ort\n1;" + WORD + ";Passau\n2;;" + WORD + "\n";
    private static final List<String> TABLES =
            List.of("importing.import", "importing.file", "importing.remark", "importing.before", "importing.mapping");

    private final TestBrowsers browsers;
    private final Rights rights;
    private final Reaches reaches;
    private final Cast cast;
    private final Queue queue;
    private final DSLContext db;
    private final List<String> addresses = new ArrayList<>();

    ImportSightTest(TestBrowsers browsers, Rights rights, Reaches reaches, Cast cast, Queue queue, DSLContext db) {
        this.browsers = browsers;
        this.rights = rights;
        this.reaches = reaches;
        this.cast = cast;
        this.queue = queue;
        this.db = db;
    }

    @BeforeEach
    void oneThatRanAndOneThatWaitsForItsColumns() {
        db.execute("truncate importing.import, importing.mapping cascade");
        cast.enter();
        WebClient stefan = browsers.as("stefan");
        stefan.get("/imports");
        String draft = uploaded(stefan);
        addresses.add(draft);
        addresses.add(location(stefan.get(draft)));
        String done = uploaded(stefan);
        String columns = location(stefan.get(done));
        String text = "{\"object\":\"company\",\"columns\":[{\"column\":\"Firma\",\"field\":\"name\"},"
                + "{\"column\":\"Ort\",\"field\":\"city\"},{\"column\":\"Kundennr\",\"field\":\"source_id\"}]}";
        assertThat(stefan.send("PUT", columns + "/text", Map.of("text", text, "name", WORD))
                        .statusCode())
                .isEqualTo(302);
        stefan.send("POST", done + "/run", Map.of());
        queue.runUntilIdle();
        addresses.add(done);
    }

    @AfterEach
    void openAgain() {
        browsers.as("ada").send("PUT", "/reach", Map.of("sales.company", "all"));
        browsers.as("ada").send("PUT", "/reach/fields", Map.of("sales.company.phone", "visible"));
    }

    @Test
    void whoSeesEverythingReadsThem() {
        WebClient svea = browsers.as("svea");
        assertThat(svea.get("/imports").body()).contains(WORD, "Upload");
        assertThat(addresses.subList(1, 3))
                .allSatisfy(one -> assertThat(svea.get(one).body()).contains(WORD));
        assertThat(svea.get(addresses.getLast() + "/remarks.csv").body()).contains("A value is needed here.");
    }

    @Test
    void forWhoSeesAPartTheyAreNotThereNotEvenTheirOwn() {
        browsers.as("ada").send("PUT", "/reach", Map.of("sales.company", "own"));
        closed();
    }

    @Test
    void norForWhomAFieldIsHidden() {
        browsers.as("ada").send("PUT", "/reach/fields", Map.of("sales.company.phone", "hidden"));
        closed();
    }

    private void closed() {
        List<String> before = states();
        for (String reader : List.of("svea", "stefan")) {
            WebClient client = browsers.as(reader);
            assertThat(client.get("/imports").body())
                    .contains("ask somebody who sees everything")
                    .doesNotContain(WORD, "Nothing has been imported", "enctype");
            for (Rights.Route route : rights.routes()) {
                String pattern = route.pattern().getPatternString();
                if (pattern.startsWith("/imports/{id}")) knock(client, route.method(), pattern, reader);
            }
            Sight.with(reaches.sight(cast.person(reader)), () -> {
                for (String table : TABLES)
                    assertThat(db.fetchCount(org.jooq.impl.DSL.table(table)))
                            .as(table)
                            .isZero();
                return true;
            });
        }
        assertThat(states()).isEqualTo(before);
    }

    /** Each answers as an import does that has never been there. */
    private void knock(WebClient client, String method, String pattern, String reader) {
        String never = pattern.replaceAll("\\{\\w+}", "9999999");
        for (String address : addresses) {
            String file = address.matches(".*/files/\\d+") ? address.replaceAll("^.*/", "") : "9999999";
            String id = address.split("/")[2];
            String here = pattern.replace("{id}", id).replace("{fileId}", file);
            HttpResponse<String> answer = send(client, method, here);
            assertThat(answer.statusCode())
                    .as("%s %s %s", reader, method, here)
                    .isEqualTo(send(client, method, never).statusCode())
                    .isIn(403, 404);
            assertThat(answer.body()).as("%s %s %s", reader, method, here).doesNotContain(WORD);
        }
    }

    private static HttpResponse<String> send(WebClient client, String method, String address) {
        return method.equals("GET") ? client.get(address) : client.send(method, address, Map.of());
    }

    private List<String> states() {
        return db.fetch("select id || state from importing.import order by id").getValues(0, String.class);
    }

    private static String uploaded(WebClient client) {
        byte[] file = ROWS.getBytes(StandardCharsets.UTF_8);
        return location(client.upload("/imports", "files", WORD + ".csv", file, Map.of("system", "alt")));
    }

    private static String location(HttpResponse<String> answer) {
        return Optional.of(answer)
                .filter(one -> one.statusCode() == 302)
                .flatMap(one -> one.headers().firstValue("Location"))
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "");
    }
}
