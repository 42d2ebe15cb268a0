package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.fields.Definitions;
import doppelpass.fields.FieldForm;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.work.Queue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody meant to do in the old system they find in the new one. */
@DoppelpassTest
class TaskImportTest {
    private static final String FILE = """
            Record Id,Subject,Due Date,Status,Priority,Task Owner,Company,Raum,Created Time,Closed Time
            1,Angebot nachfassen,2026-05-04,Not Started,Highest,Svea Sales,77,A 1,2026-04-01 09:00:00,
            2,Vertrag schicken,2026-03-02,Completed,Normal,Svea Sales,,,2026-02-01 09:00:00,2026-03-01 10:00:00
            3,Ohne Tag,,Completed,,Mara Marketing,,,2026-02-01 09:00:00,
            4,Niemandes,,Deferred,,Nora Niemand,,,,
            5,,,Deferred,,Svea Sales,,,,
            """;

    private final Imports imports;
    private final Folders folders;
    private final Companies companies;
    private final Definitions definitions;
    private final TestBrowsers browsers;
    private final Queue queue;
    private final DSLContext db;
    private final Cast cast;
    private long kern;

    TaskImportTest(
            Imports imports,
            Folders folders,
            Companies companies,
            Definitions definitions,
            TestBrowsers browsers,
            Queue queue,
            DSLContext db,
            Cast cast) {
        this.imports = imports;
        this.folders = folders;
        this.companies = companies;
        this.definitions = definitions;
        this.browsers = browsers;
        this.queue = queue;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        kern = companies.add(CompanyDetails.of("Kern GmbH"));
        db.execute("update contacts.company set source_system = 'old', source_id = '77' where id = " + kern);
        definitions.add(new FieldForm("task", "text", "Raum", "Room", "", "", "", "", "", "", "", "", "", ""));
    }

    @Test
    void tasksComeWithOwnerDayStateRecordAndOwnFieldsChangeNothingTwiceAndAreUndone() {
        FileRow first = run(FILE);
        assertThat(remarks(first))
                .extracting(RemarkRow::row, RemarkRow::field, RemarkRow::reason)
                .containsExactlyInAnyOrder(tuple(4L, "assignee", "link"), tuple(5L, "title", "missing"));
        assertThat(first.inserted()).isEqualTo(3);
        assertThat(tasks())
                .containsExactly(
                        "Angebot nachfassen|2026-05-04|high|open|Svea Sales|company|" + kern + "|A 1|",
                        "Vertrag schicken|2026-03-02|normal|done|Svea Sales||||2026-03-01",
                        "Ohne Tag||normal|done|Mara Marketing||||2026-02-01");
        assertThat(browsers.as("svea").get("/companies/" + kern).body()).contains("Angebot nachfassen");

        FileRow again = run(FILE);
        assertThat(List.of(again.inserted(), again.updated(), again.unchanged()))
                .as(remarks(again).toString())
                .containsExactly(0L, 0L, 3L);
        List<String> before = tasks();
        FileRow changed = run(FILE.replace("Not Started", "Completed").replace("2026-05-04", "2026-05-07"));
        assertThat(changed.updated()).isEqualTo(1);
        assertThat(tasks().getFirst())
                .startsWith("Angebot nachfassen|2026-05-07|high|done|Svea Sales|company|" + kern + "|A 1|2026-05-07");
        imports.undo(changed.importId());
        assertThat(tasks()).isEqualTo(before);
        imports.undo(first.importId());
        assertThat(tasks()).isEmpty();
    }

    @Test
    void whatAFileDoesNotSayStaysAsItIsHere() {
        run(FILE);
        db.execute("update tasks.task set state = 'dropped', closed_at = '2026-06-01T10:00Z', due_time = '09:00'"
                + " where title = 'Angebot nachfassen'");
        FileRow named = run("Record Id,Subject,Due Date,Task Owner\n1,Angebot Kern nachfassen,,Mara Marketing\n");
        assertThat(named.updated()).as(remarks(named).toString()).isEqualTo(1);
        assertThat(tasks().getFirst())
                .isEqualTo("Angebot Kern nachfassen|2026-05-04|high|dropped|Mara Marketing|company|" + kern
                        + "|A 1|2026-06-01");
    }

    @Test
    void whoeverIsGivenWhatIsStillToComeHearsOfItAndNotOfHistoryOrTheirOwn() {
        long svea = db.fetchSingle("select id from identity.person where name = 'Svea Sales'")
                .get(0, Long.class);
        db.execute("truncate news.item");
        run("""
                Record Id,Subject,Due Date,Status,Task Owner
                91,Still to come,2031-05-04,Not Started,Mara Marketing
                92,My own,2031-05-04,Not Started,Svea Sales
                93,Long ago,2020-05-04,Not Started,Mara Marketing
                94,Done already,2031-05-04,Completed,Mara Marketing
                """, svea);
        assertThat(db.fetch("select said, page from news.item").map(r -> r.get(0) + " " + r.get(1)))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .startsWith("Still to come /tasks/");
    }

    @Test
    void headingsAndWordsOfOtherSystemsAreUnderstood() {
        String german = "Aufgabe;Fällig am;Status;Priorität;Zuständig\nAnrufen;04.05.2026;Erledigt;Hoch;Svea Sales\n";
        long id = imports.begin("test", "file", null);
        long file = imports.add(id, "aufgaben.csv", bytes(german));
        Mapping seen = Suggestions.mapping(imports.object("task"), imports.head(imports.file(file), null));
        assertThat(seen.columns())
                .extracting(Mapping.Column::column, Mapping.Column::field)
                .containsExactlyInAnyOrder(
                        tuple("Aufgabe", "title"),
                        tuple("Fällig am", "due_on"),
                        tuple("Status", "state"),
                        tuple("Priorität", "priority"),
                        tuple("Zuständig", "assignee"));
        assertThat(seen.columns().stream()
                        .filter(c -> c.field().equals("state"))
                        .findFirst()
                        .orElseThrow()
                        .values())
                .contains(entry("Erledigt", "done"));
    }

    /** A file whose rows have no ids would come in twice: it stays out, and the page says what to do. */
    @Test
    void aPresetTakesTasksOnlyWithTheirIds() {
        Json.Preset preset = Json.preset("zoho-crm");
        String without = FILE.replaceAll("(?m)^[^,]*,", "");
        for (Map.Entry<String, Boolean> file :
                Map.of(FILE, true, without, false).entrySet()) {
            List<Folders.Source> sources = List.of(
                    new Folders.Source("Users.csv", () -> bytes("USER_ID,Last Name,Email\n1,Sales,svea@kern.test\n")),
                    new Folders.Source("Tasks.csv", () -> bytes(file.getKey())));
            long id = folders.begin("export", sources, preset, "zoho-crm", null);
            assertThat(imports.files(id))
                    .filteredOn(row -> row.name().equals("Tasks.csv"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.skipped())
                            .isEqualTo(file.getValue() ? null : "importing.skipped.numberless"));
        }
    }

    private FileRow run(String text) {
        return run(text, null);
    }

    private FileRow run(String text, @org.jspecify.annotations.Nullable Long by) {
        long id = imports.begin("test", "old", by);
        long file = imports.add(id, "task.csv", bytes(text));
        imports.map(file, Suggestions.mapping(imports.object("task"), imports.head(imports.file(file), null)));
        imports.start(id);
        queue.runUntilIdle();
        assertThat(imports.get(id).state()).isEqualTo("done");
        return imports.file(file);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<RemarkRow> remarks(FileRow report) {
        List<RemarkRow> remarks = new ArrayList<>();
        imports.remarks(report.importId(), false, 10, remarks::add);
        return remarks;
    }

    private List<String> tasks() {
        return db.fetch("""
                select concat_ws('|', t.title, coalesce(t.due_on::text, ''), t.priority, t.state, p.name, coalesce(t.kind, ''),
                  coalesce(t.record_id::text, ''), coalesce(t.fields ->> 'room', ''), coalesce(t.closed_at::date::text, ''))
                from tasks.task t join identity.person p on p.id = t.assignee_id order by t.id""").getValues(0, String.class);
    }
}
