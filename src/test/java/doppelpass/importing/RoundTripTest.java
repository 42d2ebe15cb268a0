package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.contacts.ContactDetails;
import doppelpass.contacts.Contacts;
import doppelpass.database.IntakeField;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.RecordList;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.work.Queue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a list exports an import takes back, and nothing has changed. */
@DoppelpassTest
class RoundTripTest {
    private final List<RecordList> lists;
    private final Imports imports;
    private final Contacts contacts;
    private final Companies companies;
    private final People people;
    private final TestBrowsers browsers;
    private final Queue queue;
    private final DSLContext db;
    private final Cast cast;

    RoundTripTest(
            List<RecordList> lists,
            Imports imports,
            Contacts contacts,
            Companies companies,
            People people,
            TestBrowsers browsers,
            Queue queue,
            DSLContext db,
            Cast cast) {
        this.lists = lists;
        this.imports = imports;
        this.contacts = contacts;
        this.companies = companies;
        this.people = people;
        this.browsers = browsers;
        this.queue = queue;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        long svea = cast.person("svea").id();
        long kern = companies.add(new CompanyDetails(
                "Kern \"Söhne\", Co; KG",
                "kern.test",
                "https://kern.test",
                "+4985112345",
                "=Maschinen",
                1480,
                "'=Ring 1",
                "01067",
                "'s-Hertogenbosch",
                "NL",
                "NL123",
                "A",
                null,
                svea,
                "Zeile 1; \"zitiert\", Ende\nZeile 2\r\n- Punkt"));
        companies.add(CompanyDetails.of("+Plus; =Gleich"));
        companies.add(CompanyDetails.of("'"));
        contacts.add(new ContactDetails(
                kern,
                null,
                "Änne",
                "O'Hara, \"geb.\" Ohm; Dr.",
                "anne@ohm.test",
                "+4985112345",
                "+4915112345678",
                "@home;\n=1+1",
                null,
                "-Messe, \"Süd\"",
                "consent",
                "yes",
                "no",
                svea,
                "'''=drei Apostrophe\n\n;,\"ß€ 日本語"));
        contacts.add(new ContactDetails(
                null,
                "\t=Text; nie \"angelegt\"".strip(),
                "",
                "'Ndrangheta",
                null,
                null,
                null,
                null,
                "DE",
                null,
                null,
                "unknown",
                "unknown",
                null,
                null));
        contacts.add(ContactDetails.of("", "", "only@mail.test"));
        contacts.add(ContactDetails.of("Nur", "", null));
        run("contact", "id;vorname;nachname;e-mail;telefon\n7;Ida;Import;ida@import.test;0851 / 12 (Zentrale)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void exportedAndImportedAgainNothingHasChanged(String language) {
        speak(language);
        for (String object : List.of("contact", "company")) {
            String before = table(object);
            String file = export(object, columns(object));
            FileRow report = run(object, file);
            assertThat(report.unchanged()).as(object).isEqualTo(object.equals("contact") ? 5 : 3);
            assertThat(report.inserted() + report.updated() + report.refused() + report.remarks())
                    .as("%s: %s", object, remarks(report))
                    .isZero();
            assertThat(table(object)).isEqualTo(before);
            assertThat(mapped(object, file)).containsAll(importable(object));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theUsualColumnsAndTheKeyChangeNothingEither(String language) {
        speak(language);
        for (String object : List.of("contact", "company")) {
            String before = table(object);
            String columns = String.join(",", list(object).listing().usual()) + ",key";
            FileRow report = run(object, export(object, columns));
            assertThat(report.updated() + report.inserted()).as(object).isZero();
            assertThat(table(object)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void whatWasChangedInTheFileChangesThatRecordAlone(String language) {
        speak(language);
        FileRow report = run("contact", export("contact", columns("contact")).replace("Ndrangheta", "Ndrina"));
        assertThat(report.updated()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(4);
        assertThat(db.fetchValues("select last_name from contacts.contact where last_name like '%Ndr%'"))
                .hasToString("['Ndrina]");
        assertThat(run("company", "id;name\nd1-1;Stranger\nd99999999999999999999-1;Other\n")
                        .inserted())
                .as("keys of another installation")
                .isEqualTo(2);
    }

    private void speak(String language) {
        Person svea = cast.person("svea");
        people.prefer(svea.id(), language, svea.theme());
    }

    private String export(String object, String columns) {
        return browsers.as("svea")
                .get(list(object).listing().path().replaceFirst("/", "/lists/") + "/export.csv?cols=" + columns)
                .body();
    }

    private String columns(String object) {
        return list(object).listing().columns().stream().map(Column::name).collect(Collectors.joining(",")) + ",key";
    }

    private RecordList list(String object) {
        return lists.stream()
                .filter(l -> l.listing().subject().equals(object))
                .findFirst()
                .orElseThrow();
    }

    /** A link to the company is the other way to say its name; a list has one column for both. */
    private List<String> importable(String object) {
        return imports.object(object).fields().stream()
                .map(IntakeField::name)
                .filter(field -> !field.equals("tags") && !(object.equals("contact") && field.equals("company")))
                .toList();
    }

    private List<String> mapped(String object, String file) {
        long id = imports.begin("look", "look", null);
        long draft = imports.add(id, object + ".csv", bytes(file));
        return mapping(object, draft).columns().stream()
                .map(Mapping.Column::field)
                .toList();
    }

    private Mapping mapping(String object, long file) {
        return Suggestions.mapping(imports.object(object), imports.head(imports.file(file), null));
    }

    private FileRow run(String object, String text) {
        long id = imports.begin("test", "file", null);
        long file = imports.add(id, object + ".csv", bytes(text));
        imports.map(file, mapping(object, file));
        imports.start(id);
        queue.runUntilIdle();
        assertThat(imports.get(id).state()).isEqualTo("done");
        return imports.file(file);
    }

    private List<RemarkRow> remarks(FileRow report) {
        List<RemarkRow> remarks = new ArrayList<>();
        imports.remarks(report.importId(), false, 10, remarks::add);
        return remarks;
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String table(String object) {
        return db.fetch("select * from contacts." + object + " order by id").formatCSV();
    }
}
