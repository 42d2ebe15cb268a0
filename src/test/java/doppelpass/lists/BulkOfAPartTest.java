package doppelpass.lists;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.contacts.ContactDetails;
import doppelpass.contacts.Contacts;
import doppelpass.core.TeamFunction;
import doppelpass.reach.Extent;
import doppelpass.reach.Reaches;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.work.Queue;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many records handed on by somebody who sees only their own: gone from their sight, and still theirs to take back. */
@DoppelpassTest
class BulkOfAPartTest {
    private final Contacts contacts;
    private final Reaches reaches;
    private final TestBrowsers browsers;
    private final Queue queue;
    private final DSLContext db;
    private final Cast cast;

    BulkOfAPartTest(Contacts contacts, Reaches reaches, TestBrowsers browsers, Queue queue, DSLContext db, Cast cast) {
        this.contacts = contacts;
        this.reaches = reaches;
        this.browsers = browsers;
        this.queue = queue;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void world() {
        cast.enter();
        reaches.agree();
        for (int i = 0; i < 3; i++) contacts.add(owned("Mine " + i, "svea"));
        contacts.add(owned("Foreign", "mara"));
        limit(Extent.OWN);
    }

    @AfterEach
    void openAgain() {
        limit(Extent.ALL);
    }

    @Test
    void whatWasHandedOnCanBeTakenBack() {
        WebClient svea = browsers.as("svea");
        String stefan = "" + cast.person("stefan").id();
        String bulk = path(svea.post("/lists/contacts/bulk", Map.of("all", "yes", "column", "owner", "value", stefan)));
        svea.send("PUT", bulk + "/run", Map.of());
        queue.runUntilIdle();
        assertThat(owners()).containsExactly("mara", "stefan", "stefan", "stefan");
        assertThat(svea.get("/contacts").body()).doesNotContain("Mine 1", "Foreign");
        String undo = path(svea.post(bulk + "/undo", Map.of()));
        queue.runUntilIdle();
        assertThat(owners()).containsExactly("mara", "svea", "svea", "svea");
        assertThat(svea.get(undo).body()).doesNotContain("Foreign");
        assertThat(svea.get("/contacts").body()).contains("Mine 1").doesNotContain("Foreign");
    }

    @Test
    void whatSomebodyElseChangedSinceStays() {
        WebClient svea = browsers.as("svea");
        String stefan = "" + cast.person("stefan").id();
        String bulk = path(svea.post("/lists/contacts/bulk", Map.of("all", "yes", "column", "owner", "value", stefan)));
        svea.send("PUT", bulk + "/run", Map.of());
        queue.runUntilIdle();
        db.execute(
                "update contacts.contact set owner_id = " + cast.person("lena").id() + " where last_name = 'Mine 0'");
        svea.post(bulk + "/undo", Map.of());
        queue.runUntilIdle();
        assertThat(owners()).containsExactly("lena", "mara", "svea", "svea");
    }

    private List<String> owners() {
        return db.fetch("""
                select split_part(p.mail, '@', 1) from contacts.contact c join identity.person p on p.id = c.owner_id
                order by 1""").into(String.class);
    }

    private static String path(java.net.http.HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError(answer.body()))
                .replaceFirst("https?://[^/]+", "");
    }

    private ContactDetails owned(String last, String owner) {
        long id = cast.person(owner).id();
        return new ContactDetails(
                null, null, "", last, null, null, null, null, null, null, null, "unknown", "unknown", id, null);
    }

    private void limit(Extent extent) {
        Map<String, Extent> all = Map.of("company", extent, "contact", extent, "lead", extent, "deal", extent);
        reaches.set(Map.of(TeamFunction.SALES, all), cast.person("ada"));
    }
}
