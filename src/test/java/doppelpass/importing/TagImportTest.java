package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.identity.People;
import doppelpass.tags.Tags;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.work.Queue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags in files: a file from here says all of them, any other adds some, and undoing takes back what came. */
@DoppelpassTest
class TagImportTest {
    private final Companies companies;
    private final Imports imports;
    private final Tags tags;
    private final Trips trips;
    private final DSLContext db;
    private final Cast cast;

    TagImportTest(
            Companies companies,
            Imports imports,
            Tags tags,
            People people,
            TestBrowsers browsers,
            Queue queue,
            DSLContext db,
            Cast cast) {
        this.companies = companies;
        this.imports = imports;
        this.tags = tags;
        this.trips = new Trips(imports, people, browsers, queue, db, cast);
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
    }

    @Test
    void aFileFromHereSaysAllTagsOfItsRecordsAndUndoingBringsTheOldOnesBack() {
        long kern = companies.add(CompanyDetails.of("Kern GmbH"));
        long ohm = companies.add(CompanyDetails.of("Ohm AG"));
        tags.tag("company", kern, "Messe, Alt", cast.person("svea"));
        tags.tag("company", ohm, "Messe", cast.person("svea"));
        String file = new String(trips.export("company", "csv", "name,tags,key"), StandardCharsets.UTF_8);
        FileRow report = run(file.replace("\"Alt, Messe\"", "\"messe,  Ganz   neu \""));
        assertThat(List.of(report.updated(), report.unchanged()))
                .as(trips.remarks(report).toString())
                .containsExactly(1L, 1L);
        assertThat(tags.of("company", kern)).containsExactly("Ganz neu", "Messe");
        assertThat(tags.of("company", ohm)).containsExactly("Messe");
        imports.undo(report.importId());
        assertThat(tags.of("company", kern)).containsExactly("Alt", "Messe");
        assertThat(db.fetchValues("select name from tags.tag order by name")).hasToString("[Alt, Messe]");

        run(file.replace("\"Alt, Messe\"", ""));
        assertThat(tags.of("company", kern)).isEmpty();
    }

    @Test
    void aFileOfAnotherSystemAddsTagsAndTakesNoneAway() {
        FileRow first = run("id;name;tags\n1;Neu KG;Messe, Groß\n2;Leer KG;\n");
        assertThat(first.inserted()).isEqualTo(2);
        long fresh = trips.number("select id from contacts.company where name = 'Neu KG'");
        assertThat(tags.of("company", fresh)).containsExactly("Groß", "Messe");
        FileRow second = run("id;name;tags\n1;Neu KG;Süd\n");
        assertThat(second.updated()).as("its tags alone are new").isEqualTo(1);
        assertThat(tags.of("company", fresh)).containsExactly("Groß", "Messe", "Süd");
        assertThat(run("id;name;tags\n1;Neu KG;süd\n").unchanged()).isEqualTo(1);
        imports.undo(second.importId());
        assertThat(tags.of("company", fresh)).containsExactly("Groß", "Messe");
        imports.undo(first.importId());
        assertThat(trips.number("select (select count(*) from tags.tagging) + (select count(*) from tags.tag)"))
                .isZero();
    }

    @Test
    void whatIsNoTagOrTooManyIsRefusedAlone() {
        String many = IntStream.range(0, 20).mapToObj(i -> "t" + i).collect(Collectors.joining(","));
        FileRow report = run("id;name;tags\n1;A;-weg\n2;B;" + "x".repeat(41) + "\n3;C;" + many + "\n");
        assertThat(report.inserted()).isEqualTo(1);
        assertThat(trips.remarks(report))
                .hasSize(2)
                .allSatisfy(remark -> assertThat(remark).contains("reason=contradiction.tags"));
        FileRow more = run("id;name;tags\n3;C;" + many.replace("t", "u") + "\n4;D;gut\n");
        assertThat(List.of(more.refused(), more.inserted())).containsExactly(1L, 1L);
        assertThat(trips.number("select count(*) from tags.tagging")).isEqualTo(21);
    }

    private FileRow run(String file) {
        return trips.run("company", "csv", file.getBytes(StandardCharsets.UTF_8));
    }
}
