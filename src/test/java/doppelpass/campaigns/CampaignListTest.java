package doppelpass.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.identity.Person;
import doppelpass.lists.Cell;
import doppelpass.lists.ListPage;
import doppelpass.lists.ListRow;
import doppelpass.lists.Lists;
import doppelpass.lists.plug.Editing;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.web.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class CampaignListTest {
    private final Lists lists;
    private final CampaignList list;
    private final Campaigns campaigns;
    private final TestBrowsers browsers;
    private final DSLContext db;
    private final Cast cast;

    CampaignListTest(
            Lists lists, CampaignList list, Campaigns campaigns, TestBrowsers browsers, DSLContext db, Cast cast) {
        this.lists = lists;
        this.list = list;
        this.campaigns = campaigns;
        this.browsers = browsers;
        this.db = db;
        this.cast = cast;
    }

    @Test
    void aCampaignShowsItsBudgetWhatIsBookedAndWhatIsLeft() {
        long id = campaign("Budget fair", "Trade Show");
        db.execute(
                "insert into campaigns.cost (function, campaign_id, amount_minor, from_day, to_day, replaced_at) values "
                        + "('marketing', " + id + ", 30000, '2026-05-01', '2026-05-31', null), "
                        + "('marketing', " + id + ", 95050, '2026-05-01', '2026-05-31', null), "
                        + "('marketing', " + id + ", 99999, '2026-05-01', '2026-05-31', now())");
        // 1,000 less 300 and 950.50; what was corrected does not count
        assertThat(open(Map.of("q", "budget FAIR", "cols", "budget,spent,left")).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells())
                        .extracting(cell -> cell.text(0))
                        .containsExactly("100000", "125050", "-25050"));
    }

    @Test
    void quickFiltersAndRulesNarrowTheList() {
        long id = campaign("Rule webinar", "Webinar");
        assertThat(open(Map.of("q", "rule web", "status", "planned", "channel", "event", "owner", owner()))
                        .rows())
                .extracting(ListRow::id)
                .containsExactly(id);
        assertThat(open(Map.of("q", "rule web", "status", "done")).rows()).isEmpty();
        assertThat(open(Map.of("q", "rule web", "status", "nonsense")).rows()).hasSize(1);
        assertThat(open(Map.of("q", "rule web", "where", "campaign.budget > 999 && campaign.type == \"Webinar\""))
                        .rows())
                .extracting(ListRow::id)
                .containsExactly(id);
        assertThat(open(Map.of("q", "rule web", "where", "campaign.budget > 1000"))
                        .rows())
                .isEmpty();
    }

    @Test
    void aTypeThatAnImportBroughtStaysAsItIsAndCanBeChosen() {
        long id = campaign("Own type", "Plant tour & more");
        assertThat(browsers.as("mara").get("/campaigns?q=own+type").body()).contains("Plant tour &amp; more");
        Editing editing = Objects.requireNonNull(
                list.listing().column("type").orElseThrow().editing());
        assertThat(editing.choices().get()).contains("Trade Show", "Plant tour & more");
        write(id, "type", "Trade Show");
        assertThat(browsers.as("mara").get("/campaigns?q=own+type").body()).contains("Trade fair");
    }

    @Test
    void oneFieldIsWrittenWithTheChecksOfTheForm() {
        long id = campaign("Written in place", "Webinar");
        write(id, "starts", "2026-09-01");
        write(id, "owner", Long.toString(cast.person("stefan").id()));
        write(id, "channel", "webinar");
        CampaignDetails now = campaigns.find(id).orElseThrow().details();
        assertThat(now.startsOn()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(now.ownerId()).isEqualTo(cast.person("stefan").id());
        assertThat(now.channel()).isEqualTo(Channel.WEBINAR);
        assertThat(now.budgetMinor()).isEqualTo(100_000);
        assertThat(now.name()).isEqualTo("Written in place");
        refuses(id, "status", "active", "campaigns.error.goal");
        refuses(id, "ends", "2026-08-31", "campaigns.error.dates");
        refuses(id, "name", "x".repeat(301), "campaigns.error.long");
        write(id, "goal", "40 MQLs");
        write(id, "status", "active");
        assertThat(campaigns.find(id).orElseThrow().details().status()).isEqualTo(CampaignDetails.Status.ACTIVE);
    }

    @Test
    void everyColumnIsReadAndSortsTheList() {
        long id = campaign("Every column", "Others");
        String all = String.join(",", list.listing().sorts().keySet());
        for (String sort : list.listing().sorts().keySet()) {
            assertThat(open(Map.of("q", "every column", "cols", all, "sort", sort))
                            .rows())
                    .as(sort)
                    .extracting(ListRow::id)
                    .containsExactly(id);
        }
        assertThat(open(Map.of("q", "every column", "cols", "name"))
                        .rows()
                        .getFirst()
                        .cells())
                .extracting((Cell cell) -> cell.text(0))
                .containsExactly("Every column");
        assertThat(browsers.as("mara")
                        .get("/campaigns?as=calendar&month=2026-07")
                        .body())
                .contains("July 2026", "Every column");
    }

    private void refuses(long id, String column, String value, String key) {
        assertThatThrownBy(() -> write(id, column, value))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
    }

    private void write(long id, String column, String value) {
        Objects.requireNonNull(list.listing().column(column).orElseThrow().editing())
                .change()
                .set(id, value, mara());
    }

    private long campaign(String name, String type) {
        return campaigns.add(new CampaignDetails(
                name,
                type,
                Channel.EVENT,
                CampaignDetails.Status.PLANNED,
                LocalDate.of(2026, 7, 1),
                null,
                100_000L,
                null,
                null,
                mara().id()));
    }

    private String owner() {
        return Long.toString(mara().id());
    }

    private Person mara() {
        return cast.person("mara");
    }

    private ListPage open(Map<String, String> asked) {
        return lists.open(list, asked, mara());
    }
}
