package doppelpass.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.lists.plug.Column;
import doppelpass.testing.Browser;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.testing.Window;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class ContactPagesTest {
    private final TestBrowsers browsers;
    private final Browser windows;
    private final Contacts contacts;
    private final Companies companies;
    private final ContactList people;
    private final CompanyList firms;

    ContactPagesTest(
            TestBrowsers browsers,
            Browser windows,
            Contacts contacts,
            Companies companies,
            ContactList people,
            CompanyList firms) {
        this.browsers = browsers;
        this.windows = windows;
        this.contacts = contacts;
        this.companies = companies;
        this.people = people;
        this.firms = firms;
    }

    @Test
    void aContactIsEnteredShownAndCorrected() {
        WebClient svea = browsers.as("svea");
        companies.add(CompanyDetails.of("Form Factory"));
        Map<String, String> form = new HashMap<>(Map.of(
                "firstName",
                "Petra",
                "lastName",
                "Form",
                "mail",
                "petra@form.test",
                "phone",
                "089 12345678",
                "company",
                "form factory",
                "mayMail",
                "no",
                "lawfulBasis",
                "contract"));
        var answer = svea.post("/contacts", form);
        assertThat(answer.statusCode()).isEqualTo(302);
        String page = path(answer);
        assertThat(svea.get(page).body())
                .contains("Petra Form", "089 12345678", "tel:+498912345678", "Form Factory", "Contract", "Mail: No");

        form.put("lastName", "Forming");
        form.put("mail", "not a mail");
        assertThat(svea.send("PUT", page, form).body()).contains("Enter a mail address", "Forming");
        form.put("mail", "petra@form.test");
        assertThat(svea.send("PUT", page, form).statusCode()).isEqualTo(302);
        assertThat(svea.get(page).body()).contains("Petra Forming");
        assertThat(svea.get(page + "/edit").body()).contains("value=\"petra@form.test\"", "value=\"089 12345678\"");
    }

    @Test
    void aLikelyDuplicateIsNamedBeforeItIsSavedAnyway() {
        WebClient svea = browsers.as("svea");
        long id = contacts.add(ContactDetails.of("Twin", "One", "twin@double.test"));
        Map<String, String> form = new HashMap<>(Map.of("lastName", "Two", "mail", "Twin@double.test"));
        var warned = svea.post("/contacts", form);
        assertThat(warned.statusCode()).isEqualTo(422);
        assertThat(warned.body()).contains("/contacts/" + id + "\"", "Twin One", "same mail address", "Save anyway");
        form.put("anyway", "true");
        assertThat(svea.post("/contacts", form).statusCode()).isEqualTo(302);
    }

    @Test
    void theListIsSearchedFilteredAndSorted() {
        WebClient svea = browsers.as("svea");
        long company = companies.add(new CompanyDetails(
                "Searchlight AG", null, null, null, null, 50, null, null, "Graz", "AT", null, "B", null, null, null));
        contacts.add(ContactDetails.of("Sina", "Search", "sina@search.test").at(company));
        contacts.add(ContactDetails.of("Otto", "Other", "otto@other.test"));

        assertThat(svea.get("/contacts?q=SINA+sea").body())
                .contains("Sina Search")
                .doesNotContain("Otto Other");
        assertThat(svea.get("/contacts?q=searchlight").body())
                .contains("Sina Search")
                .doesNotContain("Otto Other");
        assertThat(svea.get("/contacts?fit=B").body()).contains("Sina Search").doesNotContain("Otto Other");
        assertThat(svea.get("/contacts?fit=unknown").body())
                .contains("Otto Other")
                .doesNotContain("Sina Search");
        assertThat(svea.get("/contacts?q=nobody+at+all").body()).contains("No record meets this");
        assertThat(svea.get("/companies?q=searchl&country=at&fit=B").body()).contains("Searchlight AG", "Graz");
        for (Column column : people.listing().columns()) {
            assertThat(svea.get("/contacts?q=search&sort=" + column.name()).body())
                    .as(column.name())
                    .contains("Sina Search");
        }
        for (Column column : firms.listing().columns()) {
            assertThat(svea.get("/companies?q=search&desc=true&sort=" + column.name())
                            .body())
                    .as(column.name())
                    .contains("Searchlight AG");
        }
    }

    @Test
    void aLongListIsReadPageByPage() {
        WebClient svea = browsers.as("svea");
        for (int i = 0; i < 60; i++) {
            contacts.add(ContactDetails.of("Page", "Many" + i, "page" + i + "@many.test"));
        }
        String first = svea.get("/contacts?q=@many.test&sort=mail").body();
        assertThat(first).contains("60 entries", "page0@many.test").doesNotContain("page9@many.test");
        String next =
                first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1").replace("&amp;", "&");
        assertThat(svea.get(next).body())
                .contains("page9@many.test", "60 entries")
                .doesNotContain("page0@many.test");
    }

    @Test
    void aCompanyShowsItsPeopleAndTheirHistory() {
        WebClient svea = browsers.as("svea");
        var answer = svea.post("/companies", Map.of("name", "Team AG", "website", "https://team.test", "fit", "A"));
        String page = path(answer);
        long company = Long.parseLong(page.replaceAll(".*/", ""));
        long tina = contacts.add(ContactDetails.of("Tina", "Team", null).at(company));
        svea.post(
                "/activities",
                Map.of("about", "contact-" + tina, "kind", "call", "outcome", "reached", "note", "Wants an offer"));
        assertThat(svea.get(page).body()).contains("Tina Team", "Wants an offer", "Reached");
        assertThat(svea.get("/activities?q=wants+an").body()).contains("Tina Team");
        assertThat(svea.get("/contacts/new?company=" + company).body()).contains("value=\"Team AG\"");
        assertThat(svea.fragment("/companies/names?company=eam").body()).contains("Team AG");
        assertThat(svea.post("/companies", Map.of("name", "team ag")).body()).contains("same name");
    }

    @Test
    void aCallIsLoggedWithTwoClicks() {
        long id = contacts.add(ContactDetails.of("Klaus", "Klick", null));
        try (Window svea = windows.as("svea")) {
            svea.open("/contacts/" + id, 1280, false);
            svea.page().locator("[data-dialog=log-call]").click();
            svea.page().locator("#log-call button[value=not_reached]").click();
            svea.page().waitForSelector("#history .entry");
            assertThat(svea.page().locator("#history .entry").innerText())
                    .contains("Call", "Not reached", "Svea Sales");
        }
    }

    @Test
    void theRecordPagesHaveNoBarriersAndFitAPhone() {
        long company = companies.add(new CompanyDetails(
                "Maschinenfabrik Oberpfälzer Antriebstechnik GmbH & Co. KG",
                "map.test",
                "https://map.test",
                "+4994112345",
                "Maschinenbau",
                480,
                "Industriestraße 12",
                "93055",
                "Regensburg",
                "DE",
                "DE136695976",
                "A",
                null,
                null,
                "Key account"));
        long contact = contacts.add(new ContactDetails(
                company,
                null,
                "Dr. Annegret",
                "Oberpfälzer",
                "annegret.oberpfaelzer@maschinenfabrik.test",
                "+4994112345",
                null,
                "Leiterin Einkauf",
                "DE",
                "Messe",
                "consent",
                "yes",
                "no",
                null,
                null));
        browsers.as("svea")
                .post("/activities", Map.of("about", "contact-" + contact, "kind", "call", "outcome", "reached"));
        try (Window svea = windows.as("svea")) {
            for (String path : new String[] {
                "/contacts/" + contact,
                "/companies/" + company,
                "/contacts/" + contact + "/edit",
                "/contacts",
                "/companies"
            }) {
                svea.open(path, 1280, true);
                assertThat(svea.barriers()).as(path).isEmpty();
                assertThat(svea.complaints()).as(path).isEmpty();
                svea.shot(Path.of("target/shots/records" + path.replace('/', '-') + "-1280.png"));
                svea.open(path, 360, false);
                assertThat(svea.barriers()).as(path).isEmpty();
                assertThat(svea.overflow()).as(path).isZero();
                svea.shot(Path.of("target/shots/records" + path.replace('/', '-') + "-360.png"));
            }
        }
    }

    @Test
    void controllingReadsOnlyAndTheWorksCouncilSeesNobody() {
        long id = contacts.add(ContactDetails.of("Private", "Person", null));
        WebClient carlo = browsers.as("carlo");
        assertThat(carlo.get("/contacts/" + id).body())
                .contains("Private Person")
                .doesNotContain("/edit")
                .doesNotContain("log-call");
        assertThat(carlo.get("/contacts/" + id + "/edit").statusCode()).isEqualTo(403);
        WebClient boris = browsers.as("boris");
        assertThat(boris.get("/contacts").statusCode()).isEqualTo(403);
        assertThat(boris.get("/contacts/" + id).statusCode()).isEqualTo(403);
        assertThat(browsers.stranger().get("/contacts/" + id).statusCode()).isEqualTo(302);
        assertThat(browsers.as("svea").get("/contacts/999999").statusCode()).isEqualTo(404);
    }

    private static String path(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }
}
