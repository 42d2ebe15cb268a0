package doppelpass.identity;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class OrganisationPagesTest {
    private final TestBrowsers browsers;
    private final Organisations organisations;

    OrganisationPagesTest(TestBrowsers browsers, Organisations organisations) {
        this.browsers = browsers;
        this.organisations = organisations;
    }

    @Test
    void settingsAreChangedButTheCurrencyStays() {
        Organisation before = organisations.get();
        Map<String, String> form = form();
        form.put("name", "Kern SE");
        form.put("fiscalMonth", "10");
        form.put("region", "nw");
        form.put("week", "Mo-Do 08:00-17:00; Fr 08:00-12:00");
        form.put("currency", "USD");
        assertThat(browsers.as("ada").send("PUT", "/organisation", form).statusCode())
                .isEqualTo(302);
        Organisation after = organisations.get();
        assertThat(after.name()).isEqualTo("Kern SE");
        assertThat(after.fiscalMonth()).isEqualTo(10);
        assertThat(after.region()).isEqualTo("NW");
        assertThat(after.week().format()).isEqualTo("Mo-Th 08:00-17:00; Fr 08:00-12:00");
        assertThat(after.currency().getCurrencyCode()).isEqualTo("EUR");
        organisations.change(before);
    }

    @Test
    void eachMistakeIsNamedAndNothingIsChanged() {
        Organisation before = organisations.get();
        Map<String, String> form = form();
        form.putAll(Map.of("name", "", "zone", "Mars/Olympus", "fiscalMonth", "13", "country", "XX", "week", "Mo 9-5"));
        var answer = browsers.as("ada").send("PUT", "/organisation", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("This is needed.", "Europe/Berlin", "code such as DE", "Not understood from character 4");
        assertThat(organisations.get()).isEqualTo(before);
    }

    @Test
    void theBusinessWeekIsReadWhileItIsTyped() {
        var ada = browsers.as("ada");
        assertThat(ada.fragment("/organisation/week?week=Mo-Fr%2009:00-17:30").body())
                .contains("42:30")
                .doesNotContain("error");
        assertThat(ada.fragment("/organisation/week?week=Mo-Fr%2009:00-08:00").body())
                .contains("character 7");
        assertThat(ada.fragment("/organisation/week?week=Mo-Fr").body()).contains("missing at the end");
        assertThat(ada.fragment("/organisation/week?week=%3Cscript%3E").body()).doesNotContain("<script>");
    }

    @Test
    void thePreviewShowsTheYearsHolidaysOfTheRegionByName() {
        // Bavaria in 2026: 13 statutory days, Corpus Christi on 4 June among them, Reformation Day not
        String page = browsers.as("ada").get("/organisation").body();
        assertThat(page).contains("Thu, 4 Jun", "Corpus Christi", "Fri, 25 Dec").doesNotContain("Reformation");
        assertThat(page.split("<dt", -1).length - 1).isBetween(12, 14);
    }

    @Test
    void theRightsPageShowsTheTableToTheWorksCouncil() {
        String page = browsers.as("boris").get("/rights").body();
        assertThat(page).contains("/people/{id}/deactivation", "Works council");
        assertThat(browsers.as("svea").get("/rights").statusCode()).isEqualTo(403);
        assertThat(browsers.as("boris").get("/people").statusCode()).isEqualTo(403);
    }

    private static Map<String, String> form() {
        return new HashMap<>(Map.of(
                "name", "Kern",
                "language", "de",
                "zone", "Europe/Berlin",
                "fiscalMonth", "1",
                "country", "DE",
                "region", "BY",
                "week", "Mo-Fr 09:00-17:00"));
    }
}
