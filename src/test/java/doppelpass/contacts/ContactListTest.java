package doppelpass.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.lists.ListPage;
import doppelpass.lists.ListRow;
import doppelpass.lists.Lists;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.work.Queue;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class ContactListTest {
    private final Lists lists;
    private final ContactList list;
    private final Contacts contacts;
    private final Companies companies;
    private final TestBrowsers browsers;
    private final Queue queue;
    private final DSLContext db;
    private final Cast cast;

    ContactListTest(
            Lists lists,
            ContactList list,
            Contacts contacts,
            Companies companies,
            TestBrowsers browsers,
            Queue queue,
            DSLContext db,
            Cast cast) {
        this.lists = lists;
        this.list = list;
        this.contacts = contacts;
        this.companies = companies;
        this.browsers = browsers;
        this.queue = queue;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
    }

    @Test
    void quickFiltersAndARuleNarrowTheListTogether() {
        long b = companies.add(company("Welle AG", "B"));
        long anna = contacts.add(person("Anna", "Ohm", "AT", "Fair").at(b));
        contacts.add(person("Bert", "Volt", "AT", "Fair"));
        contacts.add(person("Cora", "Watt", "DE", "Fair").at(b));
        assertThat(ids(Map.of("fit", "B", "country", "at", "source", "Fair"))).containsExactly(anna);
        assertThat(ids(Map.of("fit", "unknown", "country", "AT")))
                .doesNotContain(anna)
                .hasSize(1);
        assertThat(ids(Map.of("owner", Long.toString(mara())))).isEmpty();
        assertThat(ids(Map.of("source", "Fair", "where", "contact.country == \"AT\" && contact.company.fit == \"B\"")))
                .containsExactly(anna);
        assertThat(open(Map.of("where", "contact.colour == 1")).problems()).hasSize(1);
    }

    @Test
    void searchFindsByPersonByCompanyAndByWhatStandsForOne() {
        long linked = contacts.add(person("Anna", "Ohm", null, null).at(companies.add(company("Kern GmbH", "A"))));
        long told = contacts.add(told("Bert", "Kern & Partner"));
        long named = contacts.add(person("Cora", "Kernig", null, null));
        contacts.add(person("Dora", "Watt", null, null));
        assertThat(ids(Map.of("q", "KERN"))).containsExactlyInAnyOrder(linked, told, named);
        assertThat(ids(Map.of("q", "100%"))).isEmpty();
        assertThat(open(Map.of("q", "kern")).state().page().count()).isEqualTo(3);
    }

    @Test
    void everyColumnShowsWhatIsKnown() {
        long id = contacts.add(new ContactDetails(
                companies.add(company("Kern GmbH", "A")),
                null,
                "Anna",
                "Ohm",
                "anna@ohm.test",
                "+498912345678",
                "+4915112345678",
                "Buyer",
                "DE",
                "Fair",
                "consent",
                "yes",
                "no",
                mara(),
                "Likes gears"));
        String columns = "name,first_name,last_name,company,job_title,mail,phone,mobile,fit,country,source,basis,"
                + "may_mail,may_call,owner,note,key";
        assertThat(open(Map.of("cols", columns)).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells())
                        .extracting(cell -> cell.text(0))
                        .containsExactly(
                                "Anna Ohm",
                                "Anna",
                                "Ohm",
                                "Kern GmbH",
                                "Buyer",
                                "anna@ohm.test",
                                "+498912345678",
                                "+4915112345678",
                                "A",
                                "DE",
                                "Fair",
                                "consent",
                                "yes",
                                "no",
                                "Mara Marketing",
                                "Likes gears",
                                key(id)));
        assertThat(list.listing().columns()).hasSize(columns.split(",").length);
        contacts.add(ContactDetails.of("", "", "nameless@only.test"));
        assertThat(open(Map.of("q", "nameless", "cols", "name"))
                        .rows()
                        .getFirst()
                        .name())
                .isEqualTo("nameless@only.test");
    }

    @Test
    void aCellIsWrittenWithTheChecksOfTheFormAndAllElseStaysAsItIs() {
        long id = contacts.add(person("Anna", "Ohm", "DE", "Fair"));
        db.execute(
                "update contacts.contact set mobile = 'ask at the desk', created_at = '2020-01-01' where id = " + id);
        assertThat(write("svea", id, "phone", "089 12345678", "").body()).contains("+498912345678");
        assertThat(details(id).phone()).isEqualTo("+498912345678");
        assertThat(details(id).mobile()).as("what nobody typed").isEqualTo("ask at the desk");
        HttpResponse<String> refused = write("svea", id, "phone", "no number", "+498912345678");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("That is no telephone number");
        assertThat(write("svea", id, "country", "xx", "DE").statusCode()).isEqualTo(422);
        assertThat(write("svea", id, "last_name", "", "Ohm").statusCode()).isEqualTo(200);
        assertThat(write("svea", id, "first_name", "", "Anna").body()).contains("needs a name");
        assertThat(details(id).firstName()).isEqualTo("Anna");
        assertThat(write("carlo", id, "job_title", "Buyer", "").statusCode()).isEqualTo(403);
    }

    @Test
    void aCompanyIsLinkedByItsNameOrKeptAsText() {
        long kern = companies.add(company("Kern GmbH", "A"));
        long id = contacts.add(told("Anna", "Ohm KG"));
        write("svea", id, "company", "kern gmbh", "Ohm KG");
        assertThat(details(id).companyId()).isEqualTo(kern);
        assertThat(details(id).companyText()).isNull();
        long twin = companies.add(company("Kern GmbH", "B"));
        contacts.change(id, details(id).at(twin));
        write("svea", id, "job_title", "Buyer", "");
        assertThat(details(id).companyId()).as("the namesake").isEqualTo(twin);
        write("svea", id, "company", "Nobody knows Ltd", "Kern GmbH");
        assertThat(details(id).companyId()).isNull();
        assertThat(details(id).companyText()).isEqualTo("Nobody knows Ltd");
    }

    @Test
    void ownersAreAssignedInBulkAndTakenBack() {
        long anna = contacts.add(person("Anna", "Ohm", "DE", "Fair"));
        long bert = contacts.add(person("Bert", "Volt", "DE", "Fair"));
        long cora = contacts.add(person("Cora", "Watt", "DE", "Web"));
        String svea = Long.toString(cast.person("svea").id());
        WebClient stefan = browsers.as("stefan");
        assertThat(stefan.fragment("/lists/contacts/bulk/input?column=owner").body())
                .contains("<option value=\"" + svea + "\">Svea Sales</option>");
        assertThat(stefan.post("/lists/contacts/bulk", Map.of("all", "yes", "column", "owner", "value", "4711"))
                        .statusCode())
                .isEqualTo(422);
        String page = path(stefan.post(
                "/lists/contacts/bulk", Map.of("all", "yes", "source", "Fair", "column", "owner", "value", svea)));
        assertThat(stefan.get(page).body()).contains("2 records: Owner becomes “Svea Sales”");
        stefan.send("PUT", page + "/run", Map.of());
        queue.runUntilIdle();
        assertThat(ids(Map.of("owner", svea))).containsExactlyInAnyOrder(anna, bert);
        assertThat(details(cora).ownerId()).isNull();
        stefan.post(page + "/undo", Map.of());
        queue.runUntilIdle();
        assertThat(ids(Map.of("owner", svea))).isEmpty();
    }

    @Test
    void theAddressBookGetsAVcardOfEveryContactInTheList() {
        long kern = companies.add(company("Kern; Söhne, GmbH", "A"));
        long id = contacts.add(new ContactDetails(
                kern,
                null,
                "Änne",
                "Ohm",
                "anne@ohm.test",
                "+498912345678",
                "+4915112345678",
                "Buyer, gears",
                "DE",
                "Fair",
                null,
                "yes",
                "yes",
                null,
                "For us alone"));
        contacts.add(person("Bert", "Volt", null, "Web"));
        for (int i = 0; i < 60; i++) contacts.add(person("No" + i, "Many", null, "Fair"));
        assertThat(browsers.as("svea").get("/contacts").body()).contains("/lists/contacts/export/vcf");
        HttpResponse<String> answer = browsers.as("svea").get("/lists/contacts/export/vcf?source=Fair");
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/vcard");
        String file = answer.body().replace("\r\n ", "");
        assertThat(file.split("BEGIN:VCARD", -1)).hasSize(62);
        assertThat(file).doesNotContain("Volt").doesNotContain("For us alone");
        String card = file.substring(file.lastIndexOf("BEGIN:VCARD", file.indexOf("FN:Änne Ohm")));
        assertThat(card.substring(0, card.indexOf("END:VCARD")).lines())
                .containsExactlyInAnyOrder(
                        "BEGIN:VCARD",
                        "VERSION:4.0",
                        "UID:" + key(id),
                        "FN:Änne Ohm",
                        "N:Ohm;Änne;;;",
                        "ORG:Kern\\; Söhne\\, GmbH",
                        "TITLE:Buyer\\, gears",
                        "EMAIL:anne@ohm.test",
                        "TEL;TYPE=work:+498912345678",
                        "TEL;TYPE=cell:+4915112345678",
                        "ADR:;;;;;;DE");
        assertThat(browsers.as("svea").get("/lists/companies/export/vcf").statusCode())
                .isEqualTo(404);
        assertThat(browsers.as("boris").get("/lists/contacts/export/vcf").statusCode())
                .isEqualTo(404);
    }

    private String key(long id) {
        return db.fetchSingle("select 'd' || id || '-' || (extract(epoch from recorded_at) * 1000000)::bigint"
                        + " from contacts.contact where id = " + id)
                .get(0, String.class);
    }

    private ContactDetails details(long id) {
        return contacts.find(id).orElseThrow().details();
    }

    private HttpResponse<String> write(String as, long id, String column, String value, String was) {
        return browsers.as(as).send("PUT", "/lists/contacts/" + id + "/" + column, Map.of("value", value, "was", was));
    }

    private static String path(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError(answer.body()))
                .replaceFirst("https?://[^/]+", "");
    }

    private List<Long> ids(Map<String, String> asked) {
        return open(asked).rows().stream().map(ListRow::id).toList();
    }

    private ListPage open(Map<String, String> asked) {
        return lists.open(list, asked, cast.person("mara"));
    }

    private long mara() {
        return cast.person("mara").id();
    }

    private static CompanyDetails company(String name, String fit) {
        return new CompanyDetails(
                name, null, null, null, null, null, null, null, null, null, null, fit, null, null, null);
    }

    private static ContactDetails person(String first, String last, @Nullable String country, @Nullable String source) {
        return new ContactDetails(
                null, null, first, last, null, null, null, null, country, source, null, "unknown", "unknown", null,
                null);
    }

    private static ContactDetails told(String first, String company) {
        return new ContactDetails(
                null, company, first, "", null, null, null, null, null, null, null, "unknown", "unknown", null, null);
    }
}
