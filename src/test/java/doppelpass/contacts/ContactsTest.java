package doppelpass.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.duplicates.Degree;
import doppelpass.duplicates.Twin;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.timeline.Origin;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DoppelpassTest
@RecordApplicationEvents
class ContactsTest {
    private final Contacts contacts;
    private final Companies companies;
    private final DSLContext db;

    ContactsTest(Contacts contacts, Companies companies, DSLContext db) {
        this.contacts = contacts;
        this.companies = companies;
        this.db = db;
    }

    @Test
    void aContactIsAddedFoundAndChangedAndNeighboursHearOfIt(ApplicationEvents events) {
        long kern = companies.add(CompanyDetails.of("Kern Lager AG"));
        long id = contacts.add(ContactDetails.of("Erika", "Lager", "Erika@Lager.test"));
        contacts.change(
                id,
                ContactDetails.of("Erika", "Lager-Huber", "erika@lager.test").at(kern));

        Contact contact = contacts.byMail(" ERIKA@lager.test").orElseThrow();
        assertThat(contact.id()).isEqualTo(id);
        assertThat(contact.details().name()).isEqualTo("Erika Lager-Huber");
        assertThat(contact.companyName()).isEqualTo("Kern Lager AG");
        assertThat(contact.createdAt()).isEqualTo(TestClock.START);
        assertThat(events.stream(ContactAdded.class).map(ContactAdded::id)).containsExactly(id);
        assertThat(events.stream(ContactsChanged.class).map(ContactsChanged::ids))
                .containsExactly(Set.of(id));
        assertThat(events.stream(CompanyAdded.class).map(CompanyAdded::id)).containsExactly(kern);
    }

    @Test
    void aContactWithoutNameAndMailIsRefused() {
        assertThatThrownBy(() -> contacts.add(ContactDetails.of("", "", null))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> contacts.change(999_999, ContactDetails.of("No", "Body", null)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> companies.add(CompanyDetails.of(" "))).isInstanceOf(Refusal.class);
    }

    @Test
    void aContactTakenOverKeepsItsDateAndOrigin() {
        Instant then = Instant.parse("2024-03-01T09:00:00Z");
        long id = contacts.add(ContactDetails.of("Old", "Friend", null), then, new Origin(null, "zoho", "c-1"));
        assertThat(contacts.find(id).orElseThrow().createdAt()).isEqualTo(then);
        assertThat(db.fetchValue("select source_id from contacts.contact where id = " + id))
                .isEqualTo("c-1");
    }

    @Test
    void theSamePersonIsRecognisedByMailNumberOrNameAtTheSameCompany() {
        long bolt = companies.add(CompanyDetails.of("Bolt KG"));
        long nut = companies.add(CompanyDetails.of("Nut KG"));
        long id = contacts.add(person("Jonas", "Bolt", "jonas@bolt.test", "+498911111111", bolt));

        assertThat(contacts.likely(person("J.", "B.", "jonas@bolt.test", null, null), null))
                .satisfiesExactly(twin -> recognised(twin, id, "Jonas Bolt", "mail"));
        assertThat(contacts.likely(person("J.", "B.", null, "+498911111111", null), null))
                .satisfiesExactly(twin -> recognised(twin, id, "Jonas Bolt", "phone"));
        assertThat(contacts.likely(person("JONAS", "bolt", null, null, bolt), null))
                .satisfiesExactly(twin -> recognised(twin, id, "Jonas Bolt", "employer"));
        assertThat(contacts.likely(person("Jonas", "Bolt", null, null, nut), null))
                .as("the same name elsewhere is worth a look, and says what speaks against it")
                .satisfiesExactly(twin -> {
                    recognised(twin, id, "Jonas Bolt", "family");
                    assertThat(twin.chance()).isLessThan(0.9);
                    assertThat(twin.evidence())
                            .anyMatch(
                                    e -> e.trait().equals("employer") && e.degree() == Degree.OTHER && e.points() < 0);
                });
        assertThat(contacts.likely(person("Josefine", "Bolt", null, null, bolt), null))
                .as("somebody of the same family at the same company")
                .isEmpty();
        assertThat(contacts.likely(person("Jonas", "Bolt", "jonas@bolt.test", null, bolt), id))
                .as("nobody is a duplicate of himself")
                .isEmpty();
    }

    @Test
    void theSameCompanyIsRecognisedByNameDomainOrVatNumber() {
        long id = companies.add(new CompanyDetails(
                "Wave GmbH",
                "wave.test",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "DE1",
                "A",
                null,
                null,
                null));
        assertThat(companies.likely(CompanyDetails.of("WAVE gmbh"), null))
                .satisfiesExactly(twin -> recognised(twin, id, "Wave GmbH", "name"));
        CompanyDetails other = new CompanyDetails(
                "Wave Inc", "wave.test", null, null, null, null, null, null, null, null, null, "A", null, null, null);
        assertThat(companies.likely(other, null)).satisfiesExactly(twin -> recognised(twin, id, "Wave GmbH", "domain"));
        assertThat(companies.likely(CompanyDetails.of("Wavelet GmbH"), null)).isEmpty();
    }

    /** The trait agrees and is among the reasons. */
    private static void recognised(Twin twin, long id, String name, String trait) {
        assertThat(twin.subject().id()).isEqualTo(id);
        assertThat(twin.name()).isEqualTo(name);
        assertThat(twin.evidence())
                .anyMatch(e -> e.trait().equals(trait) && e.degree() == Degree.SAME && e.points() > 0);
    }

    @Test
    void noCompanyBelongsToItselfOverHoweverManyGenerations() {
        long grand = companies.add(CompanyDetails.of("Holding"));
        long parent = companies.add(child("Group", grand));
        long child = companies.add(child("Plant", parent));
        assertThatThrownBy(() -> companies.change(grand, child("Holding", child)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> companies.change(grand, child("Holding", grand)))
                .isInstanceOf(Refusal.class);
        companies.change(child, child("Plant", grand));
        assertThat(companies.find(child).orElseThrow().parentName()).isEqualTo("Holding");
    }

    @Test
    void neighboursReadCardsInsteadOfTables() {
        long company = companies.add(CompanyDetails.of("Card AG"));
        long id = contacts.add(
                ContactDetails.of("Carla", "Card", "carla@card.test").at(company));
        assertThat(db.fetchValue("select name || ' / ' || company_name from contacts.contact_card where id = " + id))
                .isEqualTo("Carla Card / Card AG");
        assertThat(db.fetchValue("select name from contacts.company_card where id = " + company))
                .isEqualTo("Card AG");
    }

    private static CompanyDetails child(String name, long parent) {
        return new CompanyDetails(
                name, null, null, null, null, null, null, null, null, null, null, "unknown", parent, null, null);
    }

    private static ContactDetails person(
            String first, String last, @Nullable String mail, @Nullable String phone, @Nullable Long company) {
        return new ContactDetails(
                company, null, first, last, mail, phone, null, null, null, null, null, "unknown", "unknown", null,
                null);
    }
}
