package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.database.IntakeField;
import doppelpass.fields.Definitions;
import doppelpass.identity.People;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.work.Queue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever list is exported as a file, with all its columns, an import takes back and nothing at all has changed. */
@DoppelpassTest
class ListsRoundTripTest {
    /** Object → what files may say of it and its list does not: links said otherwise, whom it is about, what it cost. */
    private static final Map<String, Set<String>> ELSEWHERE = Map.of(
            "contact",
            Set.of("company"),
            "campaign",
            Set.of("cost"),
            "lead",
            Set.of(
                    "first_name",
                    "last_name",
                    "mail",
                    "phone",
                    "mobile",
                    "job_title",
                    "company_text",
                    "campaign",
                    "converted"),
            "deal",
            Set.of("lead"),
            "activity",
            Set.of("duration_seconds"),
            "task",
            Set.of("contact", "company", "lead", "deal", "campaign"));

    private final Everything everything;
    private final Trips trips;
    private final Imports imports;
    private final Cast cast;

    ListsRoundTripTest(
            Imports imports,
            Definitions definitions,
            People people,
            TestBrowsers browsers,
            Queue queue,
            DSLContext db,
            Cast cast) {
        this.everything = new Everything(imports, definitions, db, cast);
        this.trips = new Trips(imports, people, browsers, queue, db, cast);
        this.imports = imports;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        everything.stage();
    }

    @ParameterizedTest
    @CsvSource({"en,csv", "de,csv", "en,xlsx", "de,xlsx"})
    void whatAListExportsAnImportTakesBackAndNothingHasChanged(String language, String format) {
        trips.speak(language);
        for (String object : Trips.LISTS.keySet()) {
            Set<String> before = trips.all();
            byte[] file = trips.export(object, format, trips.columns(object));
            FileRow report = trips.run(object, format, file);
            assertThat(trips.remarks(report)).as(object).isEmpty();
            trips.unchanged(object, before);
            assertThat(List.of(report.unchanged(), report.inserted(), report.updated(), report.refused()))
                    .as(object)
                    .containsExactly(trips.rows(object), 0L, 0L, 0L);
            assertThat(trips.mapping(object, file).columns())
                    .as(object)
                    .extracting(Mapping.Column::field)
                    .contains("source_id")
                    .containsAll(sayable(object));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theUsualColumnsAndTheKeyChangeNothingEither(String language) {
        trips.speak(language);
        for (String object : Trips.LISTS.keySet()) {
            Set<String> before = trips.all();
            FileRow report = trips.run(object, "csv", trips.export(object, "csv", trips.usual(object) + ",key"));
            assertThat(trips.remarks(report)).as(object).isEmpty();
            trips.unchanged(object, before);
            assertThat(report.unchanged()).as(object).isEqualTo(trips.rows(object));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void whoeverUploadsAnExportedFileNeedsToSayNothingAboutIt(String format) {
        trips.speak("de");
        for (String object : Trips.LISTS.keySet()) {
            Set<String> before = trips.all();
            String name = Trips.LISTS.get(object).replaceFirst("\\?.*", "") + "." + format;
            FileRow report = trips.upload(name, trips.export(object, format, trips.columns(object)));
            assertThat(report.object()).isEqualTo(object);
            trips.unchanged(object, before);
            assertThat(report.unchanged()).as(object).isEqualTo(trips.rows(object));
        }
    }

    private List<String> sayable(String object) {
        return imports.object(object).fields().stream()
                .map(IntakeField::name)
                .filter(field -> !ELSEWHERE.getOrDefault(object, Set.of()).contains(field))
                .toList();
    }
}
