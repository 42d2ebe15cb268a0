package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.TeamFunction;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.reach.Extent;
import doppelpass.reach.Reaches;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees only some of the records neither begins an import, nor runs one that was begun before. */
@DoppelpassTest
class LimitedSightTest {
    private static final byte[] FILE = "Name,Industry\nKern GmbH,Bau\n".getBytes(StandardCharsets.UTF_8);

    private final Reaches reaches;
    private final People people;
    private final TestBrowsers browsers;
    private final DSLContext db;
    private final Cast cast;

    LimitedSightTest(Reaches reaches, People people, TestBrowsers browsers, DSLContext db, Cast cast) {
        this.reaches = reaches;
        this.people = people;
        this.browsers = browsers;
        this.db = db;
        this.cast = cast;
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
    void aLimitedColleagueIsRefusedAndToldWhomToAsk() {
        WebClient svea = svea("en");
        HttpResponse<String> begun = upload(svea);
        assertThat(begun.statusCode()).isEqualTo(302);
        String draft = begun.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        limit(Extent.OWN);
        HttpResponse<String> another = upload(svea);
        assertThat(another.statusCode()).isEqualTo(403);
        assertThat(another.body()).contains("Your sight of records is limited.", "ask somebody who sees everything");
        HttpResponse<String> run = svea.send("POST", draft + "/run", Map.of());
        assertThat(run.statusCode()).isEqualTo(403);
        assertThat(svea("de").send("POST", draft + "/run", Map.of()).body())
                .contains("Ihre Sicht auf Datensätze ist begrenzt.");
        assertThat(db.fetchValues("select state from importing.import")).hasToString("[draft]");
        limit(Extent.ALL);
        assertThat(upload(svea).statusCode()).as("with everything in sight").isEqualTo(302);
    }

    private static HttpResponse<String> upload(WebClient client) {
        client.get("/imports");
        return client.upload("/imports", "files", "companies.csv", FILE, Map.of());
    }

    private WebClient svea(String language) {
        Person svea = cast.person("svea");
        people.prefer(svea.id(), language, svea.theme());
        return browsers.as("svea");
    }

    private void limit(Extent extent) {
        reaches.set(Map.of(TeamFunction.SALES, Map.of("company", extent)), cast.person("ada"));
    }
}
