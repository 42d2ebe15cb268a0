package doppelpass.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContactFormTest {
    private static final ContactForm.CompanyByName KERN =
            name -> name.equalsIgnoreCase("Kern GmbH") ? Optional.of(7L) : Optional.empty();

    @Test
    void whatIsTypedIsReadInItsNormalForm() {
        ContactDetails details = ContactForm.read(
                        Map.of(
                                "firstName", " Erika ",
                                "lastName", "Muster",
                                "mail", "Erika.Muster@Kern.DE",
                                "phone", "089 12345678",
                                "company", "kern gmbh",
                                "country", "de",
                                "lawfulBasis", "consent",
                                "mayMail", "yes",
                                "mayCall", "perhaps"),
                        "DE",
                        KERN,
                        null)
                .details()
                .orElseThrow();
        assertThat(details.name()).isEqualTo("Erika Muster");
        assertThat(details.mail()).isEqualTo("erika.muster@kern.de");
        assertThat(details.phone()).isEqualTo("+498912345678");
        assertThat(details.companyId()).isEqualTo(7);
        assertThat(details.companyText()).isNull();
        assertThat(details.country()).isEqualTo("DE");
        assertThat(details.lawfulBasis()).isEqualTo("consent");
        assertThat(details.mayMail()).isEqualTo("yes");
        assertThat(details.mayCall()).isEqualTo("unknown");
    }

    @Test
    void aCompanyWeDoNotKnowIsKeptAsText() {
        ContactDetails details = ContactForm.read(
                        Map.of("lastName", "Muster", "company", "Huber & Co"), "DE", KERN, null)
                .details()
                .orElseThrow();
        assertThat(details.companyId()).isNull();
        assertThat(details.companyText()).isEqualTo("Huber & Co");
    }

    @Test
    void eachMistakeIsNamedAtItsField() {
        ContactForm.Read read = ContactForm.read(
                Map.of("mail", "erika@kern", "phone", "soon", "country", "Germany", "source", "x".repeat(301)),
                "DE",
                KERN,
                null);
        assertThat(read.details()).isEmpty();
        assertThat(read.form().errors())
                .containsOnlyKeys("mail", "phone", "country", "source")
                .containsEntry("mail", "contacts.error.mail");
        assertThat(ContactForm.read(Map.of("firstName", " "), "DE", KERN, null)
                        .form()
                        .errors())
                .containsOnlyKeys("lastName");
    }

    @Test
    void aNumberWithoutCountryCodeBelongsToTheContactsCountry() {
        ContactDetails details = ContactForm.read(
                        Map.of("lastName", "Huber", "country", "AT", "phone", "01 5850"), "DE", KERN, null)
                .details()
                .orElseThrow();
        assertThat(details.phone()).isEqualTo("+4315850");
    }

    @Test
    void theDomainIsTheWebAddressWithoutItsTrimmings() {
        assertThat(CompanyForm.domain("https://www.Kern.de/shop?x=1")).isEqualTo("kern.de");
        assertThat(CompanyForm.domain("kern.de")).isEqualTo("kern.de");
        assertThat(CompanyForm.domain("http://shop.kern.de:8080")).isEqualTo("shop.kern.de");
    }

    @Test
    void aCompanyNeedsANameAndWholeNumbers() {
        CompanyForm.Read read = CompanyForm.read(Map.of("employees", "many", "parent", "Unknown AG"), "DE", KERN, null);
        assertThat(read.form().errors()).containsOnlyKeys("name", "employees", "parent");
        CompanyDetails details = CompanyForm.read(
                        Map.of(
                                "name",
                                "Kern Süd",
                                "employees",
                                "120",
                                "parent",
                                "KERN GMBH",
                                "vatId",
                                "de 136 695 976",
                                "fit",
                                "A",
                                "website",
                                "www.kern-sued.de"),
                        "DE",
                        KERN,
                        null)
                .details()
                .orElseThrow();
        assertThat(details.employees()).isEqualTo(120);
        assertThat(details.parentId()).isEqualTo(7);
        assertThat(details.vatId()).isEqualTo("DE136695976");
        assertThat(details.domain()).isEqualTo("kern-sued.de");
        assertThat(details.fit()).isEqualTo("A");
    }
}
