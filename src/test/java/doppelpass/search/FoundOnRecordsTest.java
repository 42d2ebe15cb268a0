package doppelpass.search;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.contacts.ContactDetails;
import doppelpass.contacts.Contacts;
import doppelpass.core.TeamFunction;
import doppelpass.notes.Notes;
import doppelpass.reach.Extent;
import doppelpass.reach.Reaches;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.timeline.Subject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notes, tasks and files in the search box, for whoever may open the record they lie on. */
@DoppelpassTest
class FoundOnRecordsTest {
    private final Searches searches;
    private final Contacts contacts;
    private final Notes notes;
    private final Reaches reaches;
    private final TestBrowsers browsers;
    private final DSLContext db;
    private final Cast cast;
    private Subject contact = Subject.contact(0);

    FoundOnRecordsTest(
            Searches searches,
            Contacts contacts,
            Notes notes,
            Reaches reaches,
            TestBrowsers browsers,
            DSLContext db,
            Cast cast) {
        this.searches = searches;
        this.contacts = contacts;
        this.notes = notes;
        this.reaches = reaches;
        this.browsers = browsers;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        reaches.agree();
        contact = Subject.contact(
                contacts.add(owned("Falkenrath", cast.person("mara").id())));
    }

    @AfterEach
    void open() {
        limit(Extent.ALL);
    }

    @Test
    void aNoteIsFoundUnderTheNameOfItsRecordWithWhatItSays() {
        long svea = cast.person("svea").id();
        long note = notes.write(
                contact,
                "**Messebesuch** mit @{" + svea + "}:\n\n- will eine Müllpresse für die [Halle](https://halle.test)",
                cast.person("mara"));
        for (String typed : List.of("messebesuch", "muellpresse", "Mullpres", "Müllpresse Halle", "Mesebesuch"))
            assertThat(hits(typed, "svea")).as(typed).singleElement().satisfies(hit -> {
                assertThat(hit.url()).isEqualTo(contact.url() + "#note-" + note);
                assertThat(text(hit.title())).contains("Falkenrath");
                assertThat(text(hit.remark())).contains("Messebesuch", "Svea").doesNotContain("**", "@{");
            });
        assertThat(hits("" + svea, "mara"))
                .extracting(Hit::url)
                .as("the number of who is mentioned")
                .noneMatch(url -> url.contains("#note-"));
        browsers.as("mara").send("PUT", "/notes/" + note + "/deletion", Map.of());
        assertThat(hits("messebesuch", "svea")).as("deleted").isEmpty();
    }

    @Test
    void aTaskIsFoundByTitleAndNoteWithItsRecordAndAssignee() {
        db.execute(
                "insert into tasks.task (title, note, assignee_id, kind, record_id, created_by, created_at, changed_at)"
                        + " values ('Gutachten einholen', 'vom Statiker', {0}, 'contact', {1}, {0}, now(), now()),"
                        + " ('Gutachten ablegen', '', {0}, null, null, {0}, now(), now())",
                DSL.val(cast.person("mara").id()), DSL.val(contact.id()));
        assertThat(hits("statiker", "svea")).singleElement().satisfies(hit -> {
            assertThat(hit.url()).startsWith("/tasks/");
            assertThat(text(hit.remark())).contains("Statiker");
        });
        assertThat(hits("gutachten", "mara")).hasSize(2);
        assertThat(hits("gutachten", "svea"))
                .as("what belongs to no record is for those it belongs to")
                .singleElement()
                .satisfies(hit -> assertThat(text(hit.remark())).contains("Falkenrath", "Mara"));
    }

    @Test
    void aFileIsFoundByItsName() {
        WebClient mara = browsers.as("mara");
        mara.upload(
                "/files/on/" + contact.code(),
                "files",
                "Rahmenvertrag_2026.txt",
                "x".getBytes(StandardCharsets.UTF_8),
                Map.of());
        assertThat(hits("rahmenvertrag", "svea")).singleElement().satisfies(hit -> {
            assertThat(hit.url()).isEqualTo(contact.url() + "#files");
            assertThat(text(hit.title())).contains("Rahmenvertrag");
            assertThat(text(hit.remark())).contains("Falkenrath");
        });
    }

    @Test
    void whoSeesOnlyTheirOwnFindsNothingOnForeignRecords() {
        notes.write(contact, "Zugspitze", cast.person("mara"));
        db.execute(
                "insert into tasks.task (title, assignee_id, kind, record_id, created_by, created_at, changed_at)"
                        + " values ('Zugspitze', {0}, 'contact', {1}, {0}, now(), now())",
                DSL.val(cast.person("mara").id()), DSL.val(contact.id()));
        browsers.as("mara")
                .upload(
                        "/files/on/" + contact.code(),
                        "files",
                        "Zugspitze.txt",
                        "x".getBytes(StandardCharsets.UTF_8),
                        Map.of());
        String page = "/search?q=zugspitze";
        assertThat(browsers.as("svea").get(page).body()).contains(contact.url() + "#note-", "/tasks/", "#files");
        limit(Extent.OWN);
        assertThat(browsers.as("svea").get(page).body()).doesNotContain(contact.url(), "Falkenrath", "/tasks/");
        assertThat(browsers.as("mara").get(page).body()).contains(contact.url() + "#note-", "/tasks/", "#files");
    }

    private void limit(Extent extent) {
        Map<String, Extent> all = Map.of("company", extent, "contact", extent, "lead", extent, "deal", extent);
        reaches.set(Map.of(TeamFunction.SALES, all), cast.person("ada"));
    }

    private static ContactDetails owned(String last, long owner) {
        return new ContactDetails(
                null, null, "Ines", last, null, null, null, null, null, null, null, "unknown", "unknown", owner, null);
    }

    private static String text(Marked marked) {
        return marked.pieces().stream().map(Marked.Piece::text).collect(Collectors.joining());
    }

    private List<Hit> hits(String typed, String reader) {
        return searches.find(typed, cast.person(reader)).groups().stream()
                .flatMap(group -> group.hits().stream())
                .toList();
    }
}
