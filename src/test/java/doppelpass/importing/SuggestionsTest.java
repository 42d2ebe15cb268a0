package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.DoppelpassTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class SuggestionsTest {
    private final Imports imports;

    SuggestionsTest(Imports imports) {
        this.imports = imports;
    }

    @Test
    void headersOfTheFiveSuitesFindTheirFields() {
        assertThat(suggested(
                        "contact",
                        "Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Create Date"))
                .containsExactly(
                        "source_id",
                        "first_name",
                        "last_name",
                        "mail",
                        "phone",
                        "job_title",
                        "company_text",
                        "created_at");
        assertThat(suggested("contact", "Datensatz-ID,Vorname,Nachname,E-Mail,Telefonnummer,Firmenname"))
                .containsExactly("source_id", "first_name", "last_name", "mail", "phone", "company_text");
        assertThat(suggested(
                        "deal",
                        "ID,Auftragsname,Phase des Auftrags,Betrag,Verantwortlich,Voraussichtliches Abschlussdatum"))
                .containsExactly("source_id", "name", "stage", "amount", "owner", "closing");
        assertThat(suggested("contact", "CONTACT ID,EMAIL,FIRSTNAME,LASTNAME,SMS"))
                .containsExactly("source_id", "mail", "first_name", "last_name", "mobile");
        assertThat(suggested("deal", "Pipeline,Stage,Deal title,Deal owner,Deal ID"))
                .containsExactlyInAnyOrder("pipeline", "stage", "name", "owner", "source_id");
    }

    @Test
    void whatNoNameTellsIsToldByTheValues() {
        assertThat(suggested(
                        "contact", "A,B,C,D", "Zahn,anna@a.test,+49 851 123456,", "Ohm,bert@a.test,(0851) 77 88 99,x"))
                .containsExactly("mail", "phone");
        assertThat(suggested("cost", "Was,Wann,Wie viel", "Messe,15.03.2026,1.200 €", "Druck,31.03.2026,90 €"))
                .containsExactly("from_day", "amount");
        assertThat(suggested("company", "Name,Wo", "Kern,https://kern.test", "Welle,www.welle.test"))
                .containsExactly("name", "website");
        assertThat(suggested("activity", "Was,Wann", "Anruf,2026-03-01 10:00", "Termin,2026-03-02 11:00"))
                .containsExactly("kind", "occurred_at");
    }

    @Test
    void valuesThatFitManyFieldsOrNotAllOfTheColumnTellNothing() {
        assertThat(suggested("contact", "A,B,C", "yes,12.03.2026,anna@a.test", "no,13.03.2026,none"))
                .isEmpty();
        assertThat(suggested("contact", "X,Email", "anna@a.test,bert@a.test")).containsExactly("mail");
    }

    private List<String> suggested(String object, String header, String... rows) {
        FileHead head = new FileHead(
                "CSV",
                List.of(header.split(",")),
                Arrays.stream(rows).map(row -> List.of(row.split(","))).toList());
        return Suggestions.mapping(imports.object(object), head).columns().stream()
                .map(Mapping.Column::field)
                .toList();
    }
}
