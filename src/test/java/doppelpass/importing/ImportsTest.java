package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.console.Arguments;
import doppelpass.console.Refused;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.web.Refusal;
import doppelpass.work.Queue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DoppelpassTest
class ImportsTest {
    private final Imports imports;
    private final ImportCommand command;
    private final Queue queue;
    private final DSLContext db;
    private final Cast cast;

    @TempDir
    Path folder;

    ImportsTest(Imports imports, ImportCommand command, Queue queue, DSLContext db, Cast cast) {
        this.imports = imports;
        this.command = command;
        this.queue = queue;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void empty() {
        cast.enter();
    }

    private long run(String object, String text) {
        long id = draft(object, text);
        imports.start(id);
        queue.runUntilIdle();
        return id;
    }

    private long draft(String object, String text) {
        long id = imports.begin("test", "test", null);
        long file = imports.add(id, object + ".csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        FileHead head = imports.head(imports.file(file), null);
        imports.map(file, Suggestions.mapping(imports.object(object), head));
        return id;
    }

    private List<RemarkRow> remarks(long id) {
        List<RemarkRow> remarks = new ArrayList<>();
        imports.remarks(id, false, 1000, remarks::add);
        return remarks;
    }

    private long number(String sql) {
        return Objects.requireNonNull(db.fetchSingle(sql).get(0, Long.class));
    }

    @Test
    void aRowThatCannotGoInIsReportedWithRowFieldValueAndReasonAndTheOthersAreIn() {
        long id = run("contact", """
                Datensatz-ID;Vorname;Nachname;E-Mail;Erstellungsdatum
                1;Anna;Ärmel;ANNA@a.test;15.04.2021
                2;Bert;Ohm;not a mail;15.04.2021
                3;Carla;Volt;carla@a.test;31.02.2021
                1;Doppelt;Nummer;d@a.test;15.04.2021
                ;Ohne;Nummer;e@a.test;15.04.2021
                5;;;;15.04.2021
                6;Zu;viele;f@a.test;15.04.2021;Zelle
                """);
        assertThat(remarks(id))
                .extracting(RemarkRow::row, RemarkRow::field, RemarkRow::value, RemarkRow::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "mail", "not a mail", "mail"),
                        org.assertj.core.groups.Tuple.tuple(3L, "created_at", "31.02.2021", "date"),
                        org.assertj.core.groups.Tuple.tuple(4L, "source_id", "1", "repeated"),
                        org.assertj.core.groups.Tuple.tuple(5L, "source_id", "", "missing"),
                        org.assertj.core.groups.Tuple.tuple(6L, "name", "", "contradiction.name"),
                        org.assertj.core.groups.Tuple.tuple(7L, "", "Zelle", "cells"));
        assertThat(db.fetchValues("select mail || ' ' || last_name from contacts.contact"))
                .hasToString("[anna@a.test Ärmel]");
        ImportRow done = imports.get(id);
        assertThat(done.inserted()).isEqualTo(1);
        assertThat(done.refused()).isEqualTo(6);
    }

    @Test
    void importingAgainChangesNothingAChangedRowChangesOnlyItselfAndUndoRestoresIt() {
        String file = "id,company name,city\n1,Kern,Passau\n2,Welle,Linz\n";
        run("company", file);
        ImportRow again = imports.get(run("company", file));
        assertThat(again.inserted() + again.updated()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);

        long third = run("company", file.replace("Linz", "Wien") + "3,Rad,Graz\n");
        assertThat(imports.get(third).updated()).isEqualTo(1);
        assertThat(number("select count(*) from contacts.company where city in ('Wien', 'Graz')"))
                .isEqualTo(2);
        imports.undo(third);
        assertThat(number("select count(*) from contacts.company where city in ('Passau', 'Linz')"))
                .isEqualTo(2);
        assertThat(number("select count(*) from contacts.company")).isEqualTo(2);
        assertThatThrownBy(() -> imports.undo(third)).isInstanceOf(Refusal.class);
    }

    @Test
    void undoIsRefusedWhileSomethingOfOthersRestsOnTheImport() {
        long companies = run("company", "id,company name\n1,Kern\n");
        long contacts = run("contact", "id,last name,company id\n9,Zahn,1\n");
        assertThatThrownBy(() -> imports.undo(companies))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.arguments()[0].toString()).contains("contacts.contact: 1"));
        assertThat(imports.get(companies).state()).isEqualTo("done");
        imports.undo(contacts);
        imports.undo(companies);
        assertThat(number("select count(*) from contacts.company")).isZero();
    }

    @Test
    void aChangedCostIsACorrectionTheOldOneStaysReadable() {
        run("cost", "id;betrag;datum;art\nk1;1.000,00;01.02.2026;Messe\n");
        long id = run("cost", "id;betrag;datum;art\nk1;1.250,50;01.02.2026;Messe\n");
        assertThat(number("select amount_minor from campaigns.cost where replaced_at is null"))
                .isEqualTo(125_050);
        assertThat(number("select amount_minor from campaigns.cost where replaced_at is not null"))
                .isEqualTo(100_000);
        imports.undo(id);
        assertThat(number("select amount_minor from campaigns.cost where replaced_at is null"))
                .isEqualTo(100_000);
        assertThat(number("select count(*) from campaigns.cost")).isEqualTo(1);
    }

    @Test
    void aLinkThatLeadsNowhereIsReportedAndTheRowIsInAllTheSame() {
        run("campaign", "name,start date,actual cost\nMesse Nord,2026-01-10,\"1,200.00\"\n");
        long id = run(
                "deal",
                "deal id,deal name,stage,amount,close date,campaign\n7,Pumpe,Closed Won,100,2026-03-01,messe nord\n8,Rohr,Offer,50,,Messe Süd\n");
        assertThat(remarks(id))
                .extracting(RemarkRow::field, RemarkRow::value, RemarkRow::refused, RemarkRow::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("campaign", "Messe Süd", false, "unlinked"));
        assertThat(number("select count(campaign_id) from deals.deal")).isEqualTo(1);
        assertThat(number("select count(*) from deals.event where kind = 'won' and occurred_at = '2026-02-28T23:00Z'"))
                .isEqualTo(1);
        assertThat(number("select amount_minor from campaigns.cost")).isEqualTo(120_000);
    }

    @Test
    void filesAreReadInTheOrderTheyBuildOnEachOtherHoweverTheyWereUploaded() {
        long id = draft("contact", "id,last name,company id\n9,Zahn,1\n");
        long file = imports.add(
                id,
                "companies.csv",
                new ByteArrayInputStream("id,company name\n1,Kern\n".getBytes(StandardCharsets.UTF_8)));
        imports.map(file, Suggestions.mapping(imports.object("company"), imports.head(imports.file(file), null)));
        imports.start(id);
        queue.runUntilIdle();
        assertThat(remarks(id)).isEmpty();
        assertThat(number("select count(company_id) from contacts.contact")).isEqualTo(1);
    }

    @Test
    void aRowTheDatabaseItselfRefusesIsFoundAmongThousandsAndTheRestGoesIn() {
        db.execute("alter table contacts.company add constraint test_only check (name <> 'C1777')");
        try {
            StringBuilder file = new StringBuilder("id,company name\n");
            for (int i = 1; i <= 3000; i++) {
                file.append(i).append(",C").append(i).append('\n');
            }
            long id = run("company", file.toString());
            assertThat(remarks(id))
                    .extracting(RemarkRow::row, RemarkRow::reason)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(1777L, "database"));
            assertThat(number("select count(*) from contacts.company")).isEqualTo(2999);
        } finally {
            db.execute("alter table contacts.company drop constraint test_only");
        }
    }

    @Test
    void aMappingThatCannotWorkIsRefusedBeforeTheFirstRow() {
        long id = imports.begin("test", "test", null);
        long file = imports.add(id, "d.csv", new ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> imports.map(
                        file,
                        Json.mapping("{\"object\":\"deal\",\"columns\":[{\"column\":\"a\",\"field\":\"name\"}]}")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.text(java.util.Locale.ENGLISH)).contains("stage", "deal"));
        assertThatThrownBy(() -> imports.map(
                        file,
                        Json.mapping("{\"object\":\"deal\",\"columns\":[{\"column\":\"x\",\"field\":\"name\"}]}")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.text(java.util.Locale.ENGLISH)).contains("\"x\""));
        assertThatThrownBy(() -> Json.mapping("{\"object\":\"deal\",\"colums\":[]}"))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("colums");
        assertThatThrownBy(() -> imports.start(id)).isInstanceOf(Refusal.class);
    }

    @Test
    void theCommandLineImportsReportsAndRefusesInPlainSentences() throws IOException {
        Path file = Files.writeString(folder.resolve("firmen.csv"), "Id;Firma\n1;Kern\n2;\n");
        assertThat(typed(file.toString(), "--object", "company", "--source", "alt"))
                .contains(
                        "2 rows, 1 new, 0 changed, 0 unchanged, 1 refused", "row 2 refused", "A value is needed here.");
        assertThat(typed(file.toString(), "--object", "company", "--source", "alt", "--json"))
                .contains("\"unchanged\":1", "\"state\":\"done\"");
        assertThatThrownBy(() -> typed(file.toString(), "--object", "cow"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cow");
        assertThatThrownBy(() -> typed("/nowhere.csv", "--object", "company")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> typed("--preset", "zoho-crm", "/nowhere")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> typed("--preset", "none", folder.toString()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("zoho-crm");
    }

    @Test
    void theCommandRefusesWhatItDoesNotKnow() throws IOException {
        String file = Files.writeString(folder.resolve("deals.csv"), "id\n1\n").toString();
        String broken = Files.writeString(folder.resolve("broken.json"), "{\"object\":\"deal\",\"colums\":[]}")
                .toString();
        assertThatThrownBy(() -> typed(file, "--object", "ticket"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ticket");
        assertThatThrownBy(() -> typed(file, "--object", "deal", "--mapping", broken))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("The mapping cannot be read");
    }

    private String typed(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        command.run(Arguments.parse(List.of(words)), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aStoppedImportGoesOnWhereItWasWithoutDoublesOrLosses() {
        StringBuilder file = new StringBuilder("id,last name,mail\n");
        for (int i = 1; i <= 12_000; i++) {
            file.append(i).append(",N").append(i).append(",n").append(i).append("@x.test\n");
        }
        long id = draft("contact", file.toString());
        long job = imports.start(id);
        db.execute("update work.job set cancel = true where id = ?", job);
        queue.runUntilIdle();
        assertThat(imports.get(id).state()).isEqualTo("cancelled");
        assertThat(number("select count(*) from contacts.contact")).isEqualTo(5_000);
        imports.start(id);
        queue.runUntilIdle();
        assertThat(imports.get(id).state()).isEqualTo("done");
        assertThat(number("select count(distinct mail) from contacts.contact")).isEqualTo(12_000);
        assertThat(imports.get(id).inserted()).isEqualTo(12_000);
    }
}
