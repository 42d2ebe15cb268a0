package doppelpass.targets;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.Period;
import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A company whose year starts in April plans, and looks at periods, from April on. */
@DoppelpassTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiscalYearPlansTest {
    private final Organisations organisations;
    private final Targets targets;
    private final TestBrowsers browsers;

    FiscalYearPlansTest(Organisations organisations, Targets targets, TestBrowsers browsers) {
        this.organisations = organisations;
        this.targets = targets;
        this.browsers = browsers;
    }

    @BeforeAll
    void startInApril() {
        organisations.change(startingIn(4));
    }

    @AfterAll
    void startInJanuary() {
        organisations.change(startingIn(1));
    }

    @Test
    void theSheetRunsFromAprilToMarchAndAddsUp() {
        WebClient carlo = browsers.as("carlo");
        Map<String, String> form = new HashMap<>(Map.of("year", "2026"));
        for (int month = 1; month <= 12; month++) form.put("m" + month, "100");
        assertThat(carlo.send("PUT", "/targets/K17", form).statusCode()).isEqualTo(302);
        assertThat(targets.plan("K17", Period.parse("2026-04-01/2027-04-01")).orElseThrow())
                .isEqualByComparingTo("1200");
        assertThat(targets.plan("K17", Period.year(2026)))
                .as("January to March 2026 belong to the year before")
                .isEmpty();
        String sheet = carlo.get("/targets/K17?year=2026").body();
        assertThat(sheet).contains("2026/27");
        assertThat(sheet.indexOf("April 2026")).isLessThan(sheet.indexOf("March 2027"));
    }

    @Test
    void profitAndKpisOfferTheFiscalYearAndItsQuarters() {
        WebClient carlo = browsers.as("carlo");
        for (String page : new String[] {"/profit", "/kpis"}) {
            assertThat(carlo.get(page).body()).contains("Fiscal year 2026/27", "Fiscal year 2025/26");
        }
        assertThat(carlo.get("/profit?period=2026-04-01/2027-04-01").statusCode())
                .isEqualTo(200);
    }

    private Organisation startingIn(int month) {
        Organisation usual = organisations.get();
        return new Organisation(
                usual.name(),
                usual.language(),
                usual.zone(),
                usual.currency(),
                month,
                usual.country(),
                usual.region(),
                usual.week());
    }
}
