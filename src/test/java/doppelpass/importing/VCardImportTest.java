package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.fields.Definitions;
import doppelpass.identity.People;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.work.Queue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Address books go in as files with columns do, and those that came from here change nothing. */
@DoppelpassTest
class VCardImportTest {
    private static final String BOOK = """
            BEGIN:VCARD
            VERSION:3.0
            UID:urn:uuid:4fbe8971
            N:Ohm;Änne;;Dr.;
            FN:Dr. Änne Ohm
            ORG:Ohm AG;Vertrieb
            TITLE:Leiterin\\, Einkauf
            EMAIL;TYPE=INTERNET:Anne@Ohm.test
            TEL;TYPE=WORK,FAX:+49 851 9
            TEL;TYPE=CELL:+49 151 1234567
            TEL;TYPE=WORK:+49 851 12345
            ADR;TYPE=WORK:;;Ring 1;Passau;;94032;DE
            NOTE:=1+1\\nZweite Zeile
            END:VCARD
            BEGIN:VCARD
            VERSION:2.1
            N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen
            EMAIL:juergen@mueller.test
            END:VCARD
            BEGIN:VCARD
            VERSION:4.0
            UID:7
            FN:Zentrale Kern
            TEL;VALUE=uri:tel:+49-851-777
            END:VCARD
            """;

    private final Everything everything;
    private final Trips trips;
    private final DSLContext db;
    private final Cast cast;

    VCardImportTest(
            Imports imports,
            Definitions definitions,
            People people,
            TestBrowsers browsers,
            Queue queue,
            DSLContext db,
            Cast cast) {
        this.everything = new Everything(imports, definitions, db, cast);
        this.trips = new Trips(imports, people, browsers, queue, db, cast);
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
    }

    @Test
    void anAddressBookFromHereChangesNothing() {
        everything.stage();
        Set<String> before = trips.all();
        FileRow report = trips.run("contact", "vcf", trips.browsers().as("svea").bytes("/lists/contacts/export/vcf"));
        assertThat(trips.remarks(report)).isEmpty();
        trips.unchanged("contact", before);
        assertThat(report.unchanged()).isEqualTo(trips.rows("contact"));
    }

    @Test
    void cardsOfEveryVersionGoInByThePageAndChangeNothingTwice() {
        for (long fresh : new long[] {3, 0}) {
            FileRow report = trips.upload("adressen.vcf", BOOK.getBytes(StandardCharsets.UTF_8));
            assertThat(List.of(report.inserted(), report.inserted() + report.unchanged()))
                    .as(trips.remarks(report).toString())
                    .containsExactly(fresh, 3L);
        }
        assertThat(db.fetch(
                                "select concat_ws('|', first_name, last_name, mail, phone, mobile, job_title, company_text, country,"
                                        + " note) from contacts.contact order by id")
                        .into(String.class))
                .containsExactly(
                        "Änne|Ohm|anne@ohm.test|+49 851 12345|+49 151 1234567|Leiterin, Einkauf|Ohm AG|DE|=1+1\nZweite Zeile",
                        "Jürgen|Müller|juergen@mueller.test",
                        "|Zentrale Kern|+49-851-777");
    }

    @Test
    void cardsOfAnOldProgramAreReadInItsEncoding() {
        String card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Größe;Jörg;;;\r\nEND:VCARD\r\n";
        trips.upload("alt.vcf", card.getBytes(Charset.forName("windows-1252")));
        assertThat(db.fetchValue("select first_name || ' ' || last_name from contacts.contact"))
                .isEqualTo("Jörg Größe");
    }
}
