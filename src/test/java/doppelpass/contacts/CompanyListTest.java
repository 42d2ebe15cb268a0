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
class CompanyListTest {
    private final Lists lists;
    private final CompanyList list;
    private final Companies companies;
    private final Contacts contacts;
    private final TestBrowsers browsers;
    private final Queue queue;
    private final DSLContext db;
    private final Cast cast;

    CompanyListTest(
            Lists lists,
            CompanyList list,
            Companies companies,
            Contacts contacts,
            TestBrowsers browsers,
            Queue queue,
            DSLContext db,
            Cast cast) {
        this.lists = lists;
        this.list = list;
        this.companies = companies;
        this.contacts = contacts;
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
    void quickFiltersSearchAndARuleNarrowTheListTogether() {
        long kern = companies.add(company("Kern GmbH", "DE", "A", null));
        companies.add(company("Kernig AG", "AT", "A", null));
        companies.add(company("Welle AG", "DE", "A", null));
        assertThat(ids(Map.of("q", "KERN", "country", "de", "fit", "A"))).containsExactly(kern);
        assertThat(ids(Map.of("q", "KERN", "fit", "B"))).isEmpty();
        assertThat(ids(Map.of("owner", Long.toString(cast.person("mara").id()))))
                .isEmpty();
        contacts.add(ContactDetails.of("Anna", "Ohm", null).at(kern));
        assertThat(ids(Map.of(
                        "where", "company.country == \"DE\" && company.contacts.exists(c, c.last_name == \"Ohm\")")))
                .containsExactly(kern);
        assertThat(open(Map.of("where", "company.colour == 1")).problems()).hasSize(1);
    }

    @Test
    void everyColumnShowsWhatIsKnown() {
        long group = companies.add(company("Group SE", "DE", "A", null));
        long kern = companies.add(new CompanyDetails(
                "Kern GmbH",
                "kern.test",
                "https://kern.test",
                "+4985112345",
                "Machines",
                1480,
                "Ring 1",
                "94032",
                "Passau",
                "DE",
                "DE136695976",
                "B",
                group,
                cast.person("mara").id(),
                "Key account"));
        contacts.add(ContactDetails.of("Anna", "Ohm", null).at(kern));
        contacts.add(ContactDetails.of("Bert", "Volt", null).at(kern));
        String columns = "name,fit,industry,employees,street,postcode,city,country,domain,website,phone,vat_id,parent,"
                + "owner,people,note";
        assertThat(open(Map.of("q", "kern", "cols", columns)).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells())
                        .extracting(cell -> cell.text(0))
                        .containsExactly(
                                "Kern GmbH",
                                "B",
                                "Machines",
                                "1480",
                                "Ring 1",
                                "94032",
                                "Passau",
                                "DE",
                                "kern.test",
                                "https://kern.test",
                                "+4985112345",
                                "DE136695976",
                                "Group SE",
                                "Mara Marketing",
                                "2",
                                "Key account"));
        assertThat(list.listing().columns()).hasSize(columns.split(",").length + 1);
    }

    @Test
    void aCellIsWrittenWithTheChecksOfTheFormAndAllElseStaysAsItIs() {
        long kern = companies.add(company("Kern GmbH", "DE", "A", null));
        db.execute("update contacts.company set domain = 'kern.test', phone = 'see website' where id = " + kern);
        assertThat(write("svea", kern, "employees", "480", "").statusCode()).isEqualTo(200);
        assertThat(details(kern))
                .extracting(CompanyDetails::employees, CompanyDetails::domain, CompanyDetails::phone)
                .containsExactly(480, "kern.test", "see website");
        assertThat(write("svea", kern, "employees", "many", "480").body()).contains("whole number");
        assertThat(write("svea", kern, "name", "", "Kern GmbH").statusCode()).isEqualTo(422);
        write("svea", kern, "website", "https://www.kern.example/shop", "");
        assertThat(details(kern).domain()).isEqualTo("kern.example");
        write("svea", kern, "vat_id", "de 136 695 976", "");
        assertThat(details(kern).vatId()).isEqualTo("DE136695976");
        assertThat(write("svea", kern, "fit", "Z", "A").statusCode()).isEqualTo(422);
        assertThat(write("carlo", kern, "city", "Passau", "").statusCode()).isEqualTo(403);
    }

    @Test
    void theFormKeepsADomainItDoesNotShowAndTheParentAmongNamesakes() {
        companies.add(company("Group SE", "DE", "A", null));
        long twin = companies.add(company("Group SE", "AT", "B", null));
        long kern = companies.add(company("Kern GmbH", "DE", "A", null));
        db.execute("update contacts.company set domain = 'kern.test', parent_id = " + twin + " where id = " + kern);
        browsers.as("svea")
                .send(
                        "PUT",
                        "/companies/" + kern,
                        Map.of("name", "Kern AG", "parent", "Group SE", "fit", "A", "anyway", "true"));
        assertThat(details(kern))
                .extracting(CompanyDetails::name, CompanyDetails::domain, CompanyDetails::parentId)
                .containsExactly("Kern AG", "kern.test", twin);
    }

    @Test
    void aCompanyBelongsToAnotherByItsNameButNeverToItself() {
        long group = companies.add(company("Group SE", "DE", "A", null));
        long kern = companies.add(company("Kern GmbH", "DE", "A", null));
        write("svea", kern, "parent", "group se", "");
        assertThat(details(kern).parentId()).isEqualTo(group);
        assertThat(write("svea", group, "parent", "Kern GmbH", "").statusCode()).isEqualTo(422);
        assertThat(write("svea", group, "parent", "Nobody", "").statusCode()).isEqualTo(422);
        assertThat(details(group).parentId()).isNull();
    }

    @Test
    void ownersAreAssignedInBulkAndTakenBack() {
        long mara = cast.person("mara").id();
        long svea = cast.person("svea").id();
        long kern = companies.add(company("Kern GmbH", "DE", "A", mara));
        long welle = companies.add(company("Welle AG", "DE", "B", null));
        companies.add(company("Linz AG", "AT", "B", null));
        WebClient stefan = browsers.as("stefan");
        String page = stefan.post(
                        "/lists/companies/bulk",
                        Map.of("all", "yes", "country", "DE", "column", "owner", "value", Long.toString(svea)))
                .headers()
                .firstValue("location")
                .orElseThrow()
                .replaceFirst("https?://[^/]+", "");
        stefan.send("PUT", page + "/run", Map.of());
        queue.runUntilIdle();
        assertThat(stefan.get(page).body()).contains("2 changed, 0 had it already, 0 refused");
        assertThat(ids(Map.of("owner", Long.toString(svea)))).containsExactlyInAnyOrder(kern, welle);
        stefan.post(page + "/undo", Map.of());
        queue.runUntilIdle();
        assertThat(details(kern).ownerId()).isEqualTo(mara);
        assertThat(details(welle).ownerId()).isNull();
    }

    private HttpResponse<String> write(String as, long id, String column, String value, String was) {
        return browsers.as(as).send("PUT", "/lists/companies/" + id + "/" + column, Map.of("value", value, "was", was));
    }

    private CompanyDetails details(long id) {
        return companies.find(id).orElseThrow().details();
    }

    private List<Long> ids(Map<String, String> asked) {
        return open(asked).rows().stream().map(ListRow::id).toList();
    }

    private ListPage open(Map<String, String> asked) {
        return lists.open(list, asked, cast.person("mara"));
    }

    private static CompanyDetails company(String name, String country, String fit, @Nullable Long owner) {
        return new CompanyDetails(
                name, null, null, null, null, null, null, null, null, country, null, fit, null, owner, null);
    }
}
