package doppelpass.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.Cursor;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.core.Period;
import doppelpass.core.TeamFunction;
import doppelpass.testing.Browser;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.testing.Window;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class CampaignPagesTest {
    private final TestBrowsers browsers;
    private final Browser windows;
    private final CostTable costs;
    private final Clock clock;

    CampaignPagesTest(TestBrowsers browsers, Browser windows, CostTable costs, Clock clock) {
        this.browsers = browsers;
        this.windows = windows;
        this.costs = costs;
        this.clock = clock;
    }

    @Test
    void aCampaignIsPlannedGivenAGoalAndActivated() {
        WebClient mara = browsers.as("mara");
        Map<String, String> form = new HashMap<>(Map.of(
                "name",
                "Hannover fair",
                "type",
                "Trade Show",
                "channel",
                "event",
                "status",
                "active",
                "startsOn",
                "2026-04-20",
                "endsOn",
                "2026-04-24",
                "budget",
                "12,500.00"));
        assertThat(mara.post("/campaigns", form).body()).contains("Without a goal", "value=\"12,500.00\"");
        form.put("goal", "60 qualified talks");
        String page = path(mara.post("/campaigns", form));
        assertThat(mara.get(page).body())
                .contains("Hannover fair", "Trade fair", "60 qualified talks", "€12,500", "Active");
        form.put("endsOn", "2026-04-01");
        assertThat(mara.send("PUT", page, form).statusCode()).isEqualTo(422);
        form.put("endsOn", "2026-04-30");
        form.put("name", "Hanover fair 2026");
        assertThat(mara.send("PUT", page, form).statusCode()).isEqualTo(302);
        assertThat(mara.get(page + "/edit").body()).contains("value=\"Hanover fair 2026\"", "value=\"12500.00\"");
        assertThat(mara.get("/campaigns?q=hanover&status=active&channel=event").body())
                .contains("Hanover fair 2026");
        assertThat(mara.get("/campaigns?status=done").body()).contains("No record meets this");
        for (String sort : List.of("name", "type", "channel", "status", "starts", "budget", "spent", "owner")) {
            assertThat(mara.get("/campaigns?desc=true&sort=" + sort).body())
                    .as(sort)
                    .contains("Hanover fair 2026");
        }
    }

    @Test
    void aCostIsBookedCorrectedAndRemovedAndItsPastStaysVisible() {
        WebClient mara = browsers.as("mara");
        String page = path(mara.post("/campaigns", Map.of("name", "Cost story", "budget", "1,000")));
        String campaign = page.replaceAll(".*/", "");
        Map<String, String> cost = new HashMap<>(Map.of(
                "campaign",
                campaign,
                "function",
                "marketing",
                "kind",
                "agency",
                "amount",
                "900.00",
                "fromDay",
                "2026-05-01",
                "toDay",
                "2026-06-30",
                "note",
                "Landing page"));
        assertThat(path(mara.post("/costs", cost))).isEqualTo(page);
        String shown = mara.get(page).body();
        // 32 of 61 days have passed on 2 June: 900 × 33 / 61 with today
        assertThat(shown).contains("Landing page", "Agency", "€900", "€486.89", "May 2026", "June 2026");
        String edit = shown.replaceAll("(?s).*href=\"(/costs/\\d+/edit)\".*", "$1");
        assertThat(mara.get(edit).body()).contains("value=\"900.00\"");
        cost.put("amount", "1,100.00");
        assertThat(mara.send("PUT", edit.replace("/edit", ""), cost).statusCode())
                .isEqualTo(302);
        assertThat(mara.send("PUT", edit.replace("/edit", ""), cost).statusCode())
                .isEqualTo(404);
        shown = mara.get(page).body();
        assertThat(shown).contains("€1,100", "€900", "Corrected", "One corrected or removed", "−€100");
        edit = shown.replaceAll("(?s).*href=\"(/costs/\\d+/edit)\".*", "$1");
        assertThat(mara.send("DELETE", edit.replace("/edit", ""), Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(mara.get(page).body()).contains("2 corrected or removed", "No costs");
    }

    @Test
    void costsSortedByCampaignGoOnBehindAPageThatEndsWithOneWithout() {
        WebClient mara = browsers.as("mara");
        List<Long> campaigns = Stream.of("Sorted b", "Sorted a")
                .map(name -> path(mara.post("/campaigns", Map.of("name", name))))
                .map(path -> Long.valueOf(path.replaceAll("\\D", "")))
                .toList();
        LocalDate day = LocalDate.of(2031, 3, 1);
        for (int i = 0; i < 9; i++)
            costs.insert(
                    new NewCost(
                            TeamFunction.SALES,
                            i % 3 == 2 ? null : campaigns.get(i % 3),
                            null,
                            "media",
                            i,
                            day,
                            day,
                            null),
                    null,
                    clock.instant());
        CostFilter filter = new CostFilter("", "", new Period(day, day.plusDays(1)));
        for (boolean descending : List.of(false, true)) {
            List<Cost> seen = new ArrayList<>();
            Optional<Cursor> place = Optional.empty();
            do {
                PageRequest first = PageRequest.first("campaign", descending, 2);
                Page<Cost> page = costs.page(filter, place.map(first::at).orElse(first));
                seen.addAll(page.rows());
                place = page.next();
            } while (place.isPresent());
            List<String> names =
                    new ArrayList<>(List.of("Sorted a", "Sorted b", "Sorted a", "Sorted b", "Sorted a", "Sorted b"));
            names.sort(descending ? Comparator.reverseOrder() : Comparator.naturalOrder());
            assertThat(seen.stream().map(Cost::campaignName).filter(Objects::nonNull))
                    .containsExactlyElementsOf(names);
            assertThat(seen).doesNotHaveDuplicates().hasSize(9);
        }
    }

    @Test
    void costsWithoutCampaignAreListedByTeamChannelAndPeriod() {
        WebClient carlo = browsers.as("carlo");
        carlo.post(
                "/costs",
                Map.of(
                        "function",
                        "sales",
                        "kind",
                        "commission",
                        "amount",
                        "3100",
                        "fromDay",
                        "2026-01-01",
                        "toDay",
                        "2026-01-31",
                        "note",
                        "Commission January"));
        carlo.post(
                "/costs",
                Map.of(
                        "function",
                        "marketing",
                        "kind",
                        "media",
                        "channel",
                        "paid_search",
                        "amount",
                        "280",
                        "fromDay",
                        "2026-02-01",
                        "toDay",
                        "2026-02-28",
                        "note",
                        "Search ads"));
        assertThat(carlo.get("/costs?function=sales").body())
                .contains("Commission January", "€3,100 booked")
                .doesNotContain("Search ads");
        assertThat(carlo.get("/costs?channel=paid_search").body())
                .contains("Search ads")
                .doesNotContain("Commission January");
        // 10 of 31 days of 3,100 and 10 of 28 days of 280
        assertThat(carlo.get("/costs?from=2026-01-22&to=2026-02-10").body())
                .contains("€1,000", "€100", "€1,100 fall into the period");
        assertThat(carlo.get("/costs?from=2025-01-01&to=2025-12-31").body()).contains("No costs");
        for (String sort : CostTable.SORTS.keySet()) {
            assertThat(carlo.get("/costs?desc=true&sort=" + sort).body())
                    .as(sort)
                    .contains("Search ads");
        }
        assertThat(carlo.post("/costs", Map.of("amount", "12,5,0", "fromDay", "2026-01-01", "toDay", "soon"))
                        .body())
                .contains("Enter an amount", "Enter a day");
    }

    @Test
    void thePagesHaveNoBarriersAndFitAPhone() {
        WebClient mara = browsers.as("mara");
        String page = path(mara.post(
                "/campaigns",
                Map.of(
                        "name",
                        "Webinarreihe Antriebstechnik für den Maschinenbau",
                        "type",
                        "Webinar",
                        "channel",
                        "webinar",
                        "status",
                        "active",
                        "goal",
                        "40 MQLs aus dem Maschinenbau",
                        "budget",
                        "8000",
                        "startsOn",
                        "2026-03-01",
                        "endsOn",
                        "2026-06-30")));
        String campaign = page.replaceAll(".*/", "");
        mara.post(
                "/costs",
                Map.of(
                        "campaign",
                        campaign,
                        "channel",
                        "webinar",
                        "kind",
                        "agency",
                        "amount",
                        "5250.50",
                        "fromDay",
                        "2026-03-01",
                        "toDay",
                        "2026-06-30"));
        try (Window window = windows.as("mara")) {
            for (String path : new String[] {page, "/campaigns", "/costs", "/costs/new?campaign=" + campaign}) {
                String file = "target/shots/campaigns" + path.replaceAll("\\W+", "-");
                window.open(path, 1280, false);
                assertThat(window.barriers()).as(path).isEmpty();
                assertThat(window.complaints()).as(path).isEmpty();
                window.shot(Path.of(file + "-1280.png"));
                window.open(path, 360, true);
                assertThat(window.barriers()).as(path).isEmpty();
                assertThat(window.overflow()).as(path).isZero();
                window.shot(Path.of(file + "-360.png"));
            }
        }
    }

    @Test
    void salesReadsCampaignsButDoesNotChangeThemAndTheWorksCouncilSeesNeither() {
        String page = path(browsers.as("mara").post("/campaigns", Map.of("name", "Seen by sales")));
        WebClient svea = browsers.as("svea");
        assertThat(svea.get(page).body()).contains("Seen by sales").doesNotContain(page + "/edit");
        assertThat(svea.send("PUT", page, Map.of("name", "Taken")).statusCode()).isEqualTo(403);
        assertThat(browsers.as("selma").get("/costs").statusCode()).isEqualTo(403);
        assertThat(browsers.as("boris").get(page).statusCode()).isEqualTo(403);
        assertThat(browsers.stranger().get("/campaigns").statusCode()).isEqualTo(302);
        assertThat(svea.get("/campaigns/999999").statusCode()).isEqualTo(404);
    }

    private static String path(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }
}
