package doppelpass.kpi;

import static doppelpass.kpi.SomeFacts.at;
import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class KpiPagesTest {
    private final TestBrowsers browsers;
    private final SomeFacts facts;
    private final Kpis kpis;
    private final Cast cast;

    KpiPagesTest(TestBrowsers browsers, SomeFacts facts, Kpis kpis, Cast cast) {
        this.browsers = browsers;
        this.facts = facts;
        this.kpis = kpis;
        this.cast = cast;
    }

    @BeforeEach
    void aWinInMay() {
        facts.clear();
        long fair = facts.campaign("Spring fair", "Trade show");
        long deal = facts.deal(at("2026-04-01"), 0, "Web", fair, null);
        facts.event(deal, "won", 12_345_600, at("2026-05-10"));
        facts.event(
                facts.deal(at("2026-04-01"), 0, "", null, null),
                "won",
                99_900,
                at("2026-05-11"),
                at("2026-05-20"),
                null);
    }

    @Test
    void theListShowsTheLastFullMonthUnlessAskedOtherwise() {
        var svea = browsers.as("svea");
        assertThat(svea.get("/kpis").body()).contains("May 2026", "Bookings", "€124,455", "not agreed");
        assertThat(svea.get("/kpis?period=2026-Q1").body()).contains("2026-Q1").doesNotContain("€124,455");
    }

    @Test
    void theListIsSearchedAndFiltered() {
        var svea = browsers.as("svea");
        assertThat(svea.get("/kpis?q=cycle").body()).contains("Sales cycle").doesNotContain("Bookings<");
        assertThat(svea.get("/kpis?owner=marketing").body())
                .contains("Marketing cost")
                .doesNotContain(">Win rate<");
        assertThat(svea.get("/kpis?light=red").body()).contains("No KPI matches");
    }

    @Test
    void anImpossiblePeriodIsExplained() {
        var answer = browsers.as("svea").get("/kpis?period=2026-99");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("2026-Q2");
    }

    @Test
    void onePageTellsTheFigureItsDefinitionAndItsGroups() {
        String page = browsers.as("mara")
                .get("/kpis/K03?period=2026-05&by=campaign-type")
                .body();
        assertThat(page)
                .contains("€124,455", "Trade show", "(none)", "sum(deals.events.amount; kind = won)", "date won");
        assertThat(page).contains("/kpis/K03/records?period=2026-05", "group=Trade+show");
    }

    @Test
    void whatWasKnownThenStandsBesideWhatWeKnowNow() {
        String page = browsers.as("mara")
                .get("/kpis/K03?period=2026-05&known=2026-05-15")
                .body();
        assertThat(page).contains("€123,456", "as known on", "restated it is €124,455");
    }

    @Test
    void everyKpiHasAPageACardAndRecords() {
        var lena = browsers.as("lena");
        for (Kpi kpi : kpis.all()) {
            assertThat(lena.get("/kpis/" + kpi.code()).statusCode())
                    .as(kpi.code())
                    .isEqualTo(200);
            assertThat(lena.fragment("/kpis/" + kpi.code() + "/card").body())
                    .contains(kpi.text(java.util.Locale.ENGLISH).substring(0, 9));
            assertThat(lena.get("/kpis/" + kpi.code() + "/records").statusCode())
                    .as(kpi.code())
                    .isEqualTo(200);
        }
        assertThat(lena.get("/kpis/K99").statusCode()).isEqualTo(404);
    }

    @Test
    void recordsLeadToTheDealsAndKeepTheGroup() {
        var svea = browsers.as("svea");
        assertThat(svea.get("/kpis/K03/records?period=2026-05").body())
                .contains("href=\"/deals/1\"", "href=\"/deals/2\"", "2 entries");
        assertThat(svea.get("/kpis/K03/records?period=2026-05&by=campaign-type&group=Trade+show")
                        .body())
                .contains("href=\"/deals/1\"")
                .doesNotContain("href=\"/deals/2\"");
        assertThat(svea.get("/kpis/K60/records?period=2026-05&part=1").body()).contains("Nothing happened here");
        assertThat(svea.get("/kpis/K03/records?sort=value&desc=true&at=nonsense")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theWorksCouncilReadsDefinitionsButNoRecords() {
        var boris = browsers.as("boris");
        assertThat(boris.get("/kpis/K03").body()).contains("Bookings").doesNotContain("/records");
        assertThat(boris.get("/kpis/K03/records").statusCode()).isEqualTo(403);
    }

    @Test
    void bothLeadsSignForTheirOwnTeamAndNobodyForTheOther() {
        var mara = browsers.as("mara");
        var stefan = browsers.as("stefan");
        assertThat(mara.send("PUT", "/kpis/K17/signatures/sales", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(browsers.as("svea")
                        .send("PUT", "/kpis/K17/signatures/sales", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(mara.send("PUT", "/kpis/K17/signatures/marketing", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(kpis.find("K17").orElseThrow().agreed()).isFalse();
        stefan.send("PUT", "/kpis/K17/signatures/sales", Map.of());
        stefan.send("PUT", "/kpis/K17/signatures/sales", Map.of());
        assertThat(kpis.find("K17").orElseThrow().agreed()).isTrue();
        assertThat(mara.get("/kpis/K17").body())
                .contains(cast.person("stefan").name(), cast.person("mara").name());
    }
}
