package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.deals.Pipelines;
import doppelpass.deals.Stage;
import doppelpass.fields.Definitions;
import doppelpass.fields.FieldForm;
import doppelpass.fields.Fields;
import doppelpass.fields.ValueType;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.work.Queue;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fields people made up leave in files and come back, are mapped by their names, and an undone import takes them along. */
@DoppelpassTest
class FieldRoundTripTest {
    private static final String ALL = "key,name,x_text,x_number,x_money,x_date,x_choice,x_choices,x_flag,x_link";

    private final Imports imports;
    private final Definitions definitions;
    private final Fields fields;
    private final Companies companies;
    private final Pipelines pipelines;
    private final TestBrowsers browsers;
    private final Queue queue;
    private final DSLContext db;
    private final Cast cast;
    private long kern;

    FieldRoundTripTest(
            Imports imports,
            Definitions definitions,
            Fields fields,
            Companies companies,
            Pipelines pipelines,
            TestBrowsers browsers,
            Queue queue,
            DSLContext db,
            Cast cast) {
        this.imports = imports;
        this.definitions = definitions;
        this.fields = fields;
        this.companies = companies;
        this.pipelines = pipelines;
        this.browsers = browsers;
        this.queue = queue;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        kern = companies.add(CompanyDetails.of("Kern GmbH"));
        long ohm = companies.add(CompanyDetails.of("Ohm AG"));
        for (ValueType type : ValueType.values()) if (type != ValueType.FORMULA) add(type);
        fields.takeOver(
                "company",
                Map.of(
                        kern,
                        Map.of(
                                "x_text", "=Halle; \"3\"",
                                "x_number", "12.5",
                                "x_money", "99.90",
                                "x_date", "2026-05-31",
                                "x_choice", "green",
                                "x_choices", "red, blue",
                                "x_flag", "yes",
                                "x_link", "#" + ohm),
                        ohm,
                        Map.of("x_flag", "no")));
    }

    @Test
    void whatAListExportsAnImportTakesBackChangesAndUndoes() {
        String file = browsers.as("svea")
                .get("/lists/companies/export.csv?cols=" + ALL)
                .body();
        String before = table();
        FileRow same = run(file);
        assertThat(same.unchanged()).as("%s in %s", remarks(same), file).isEqualTo(2);
        assertThat(table()).isEqualTo(before);

        FileRow changed =
                run(file.replace("green", "Rot").replace("12.5", "1234.5").replace("2026-05-31", ""));
        assertThat(List.of(changed.updated(), changed.unchanged()))
                .as(remarks(changed).toString())
                .containsExactly(1L, 1L);
        assertThat(values(kern))
                .containsEntry("x_choice", "red")
                .containsEntry("x_number", new BigDecimal("1234.5"))
                .containsEntry("x_choices", List.of("red", "blue"))
                .doesNotContainKey("x_date");

        FileRow german =
                run("name;Feld text;Feld choice;Feld flag\nNeu KG;Halle 7;Blau;ja\nAlt KG;Halle 8;Gelb;nein\n");
        assertThat(german.refused()).as("a choice that is none").isEqualTo(1);
        long fresh = (Long) db.fetchValue("select id from contacts.company where name = 'Neu KG'");
        assertThat(values(fresh))
                .containsOnly(Map.entry("x_text", "Halle 7"), Map.entry("x_choice", "blue"), Map.entry("x_flag", true));

        run("name;website\nNeu KG;https://neu.test\n");
        assertThat(values(fresh)).as("a file that says nothing of them").hasSize(3);
        imports.undo(changed.importId());
        assertThat(values(kern)).containsEntry("x_choice", "green").containsEntry("x_number", new BigDecimal("12.5"));
    }

    @Test
    void aNewRecordWithoutWhatItMustHaveIsRefusedAndWhatIsHereAlreadyIsNot() {
        demand("company", "Halle", "");
        FileRow first = run("name;Feld text;Halle\nNeu KG;a;H1\nLeer KG;b;\n");
        assertThat(List.of(first.inserted(), first.refused())).containsExactly(1L, 1L);
        assertThat(remarks(first)).singleElement().satisfies(refused -> {
            assertThat(refused.row()).isEqualTo(2);
            assertThat(List.of(refused.field(), refused.value(), refused.reason()))
                    .containsExactly("x_halle", "", "lacking");
        });
        String key = db.fetchValue("select record_key from contacts.company_card where id = " + kern)
                .toString();
        FileRow second = run("Record ID;name;Feld number;Halle\n" + key + ";Kern GmbH;7;\n");
        assertThat(second.updated()).as(remarks(second).toString()).isEqualTo(1);
        assertThat(values(kern)).containsEntry("x_number", new BigDecimal("7")).containsEntry("x_choice", "green");
        FileRow third = run("name;Feld text\nSpät KG;c\n");
        assertThat(third.refused()).as("a file that says nothing of it").isEqualTo(1);
        FileRow fourth = run("name;Feld text\nNeu KG;d\n");
        assertThat(fourth.refused())
                .as("and of a record without an id that is new")
                .isEqualTo(1);
    }

    @Test
    void aDealOfAFileMustHaveWhatItsStageDemands() {
        List<Stage> stages = pipelines.all().getFirst().openStages();
        demand("deal", "Angebot", Long.toString(stages.get(1).id()));
        String pipeline = pipelines.all().getFirst().name();
        String file =
                "id;name;stage;pipeline;Angebot\n1;Früh;%s;P;\n2;Spät;%s;P;\n3;Belegt;%s;P;AN-7\n4;Verloren;Lost;P;\n5;Gewonnen;Won;P;\n"
                        .replace("P;", pipeline + ";")
                        .formatted(
                                stages.get(0).name(),
                                stages.get(2).name(),
                                stages.get(2).name());
        FileRow report = run("deal", file);
        assertThat(remarks(report))
                .extracting(RemarkRow::row, RemarkRow::field, RemarkRow::reason)
                .containsExactly(tuple(2L, "x_angebot", "lacking"), tuple(5L, "x_angebot", "lacking"));
        assertThat(report.inserted()).isEqualTo(3);
        FileRow again = run(
                "deal",
                file.replace(
                        "Früh;" + stages.get(0).name(), "Früh;" + stages.get(2).name()));
        assertThat(again.refused()).as("a known deal goes on").isEqualTo(2);
        assertThat(again.updated()).isEqualTo(1);
    }

    @Test
    void aRowTakenForARecordThatIsHereLeavesItsOtherFields() {
        db.execute("update contacts.company set domain = 'kern.test', city = 'Passau' where id = " + kern);
        String row = "name;domain;city;Feld text\nKern GmbH;kern.test;Passau;Halle 9\n";
        long id = imports.begin("elsewhere", "file", null);
        long file = imports.add(id, "company.csv", new ByteArrayInputStream(row.getBytes(StandardCharsets.UTF_8)));
        Mapping seen = Suggestions.mapping(imports.object("company"), imports.head(imports.file(file), null));
        imports.map(file, new Mapping("company", seen.columns(), seen.constants(), null, null, null, null, "likely"));
        imports.start(id);
        queue.runUntilIdle();
        assertThat(imports.file(file).updated())
                .as(remarks(imports.file(file)).toString())
                .isEqualTo(1);
        assertThat(values(kern)).hasSize(8).containsEntry("x_text", "Halle 9").containsEntry("x_choice", "green");
    }

    private void demand(String kind, String name, String stage) {
        definitions.add(new FieldForm(kind, "text", name, name, "", "", "", "", "", "", "", "yes", stage, ""));
    }

    private void add(ValueType type) {
        String choices = type.chosen() ? "Rot | Red\nGrün | Green\nBlau | Blue" : "";
        definitions.add(new FieldForm(
                "company",
                type.code(),
                "Feld " + type.code(),
                type.code(),
                "",
                "",
                "",
                "",
                choices,
                "company",
                "",
                "",
                "",
                ""));
    }

    private FileRow run(String text) {
        return run("company", text);
    }

    private FileRow run(String object, String text) {
        long id = imports.begin("test", "file", null);
        long file = imports.add(id, object + ".csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        imports.map(file, Suggestions.mapping(imports.object(object), imports.head(imports.file(file), null)));
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

    private Map<String, Object> values(long id) {
        return fields.values("company", List.of(id)).getOrDefault(id, Map.of());
    }

    private String table() {
        return db.fetch("select id, name, fields from contacts.company order by id")
                .formatCSV();
    }
}
