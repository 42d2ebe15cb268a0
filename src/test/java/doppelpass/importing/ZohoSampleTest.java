package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.work.Queue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A whole company as a Zoho CRM export, with the figures its own files add up to. The folder is not part of the project:
 * the environment variable DOPPELPASS_REAL_DATA names its parent.
 */
@DoppelpassTest
class ZohoSampleTest {
    private final Folders folders;
    private final Imports imports;
    private final Queue queue;
    private final TestBrowsers browsers;
    private final DSLContext db;

    ZohoSampleTest(Folders folders, Imports imports, Queue queue, TestBrowsers browsers, DSLContext db) {
        this.folders = folders;
        this.imports = imports;
        this.queue = queue;
        this.browsers = browsers;
        this.db = db;
    }

    @BeforeEach
    void empty(@org.springframework.beans.factory.annotation.Autowired Cast cast) {
        cast.enter();
    }

    @Test
    void theWholeSampleGoesInAgreesWithItsOwnSumsChangesNothingTwiceAndIsUndone() {
        Path folder = sample();
        Map<String, Long> untouched = counts();
        long id = run(folder);
        leads();
        deals();
        costs();
        calls();
        invoices();
        people();
        dealsOlderThanTheirLead(folder);

        Map<String, Long> once = counts();
        ImportRow again = imports.get(run(folder));
        assertThat(again.inserted() + again.updated()).isZero();
        assertThat(counts()).isEqualTo(once);

        imports.undo(id);
        assertThat(counts()).isEqualTo(untouched);
    }

    private long run(Path folder) {
        long id = folders.begin(folder, Json.preset("zoho-crm"), "zoho-crm", null);
        imports.start(id);
        queue.runUntilIdle();
        ImportRow done = imports.get(id);
        assertThat(done.error()).isNull();
        assertThat(done.state()).isEqualTo("done");
        assertThat(imports.files(id).stream().filter(f -> f.skipped() != null)).hasSize(8);
        return id;
    }

    private void leads() {
        assertThat(rows("select source, count(*) from leads.lead group by 1"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Employee Referral",
                        449L,
                        "Advertisement",
                        412L,
                        "Cold Call",
                        408L,
                        "Partner",
                        386L,
                        "Web Research",
                        384L,
                        "External Referral",
                        383L,
                        "Sales Mail Alias",
                        371L,
                        "Trade Show",
                        371L,
                        "Online Store",
                        370L,
                        "Public Relations",
                        366L));
        // contacts of the other file have the same mail addresses: they are the same people; one belongs to a company
        // whose name is empty: its web address stands in, so the contact keeps its company
        assertThat(number("select count(*) from contacts.contact")).isEqualTo(3_900);
        assertThat(number("select count(*) from contacts.contact where company_id is not null"))
                .isEqualTo(1_265);
        assertThat(rows("select state, count(*) from leads.lead group by 1"))
                .isEqualTo(
                        Map.of("WON", 1_425L, "LOST", 485L, "OPPORTUNITY", 1_722L, "OPEN", 225L, "DISQUALIFIED", 43L));
        assertThat(
                        rows(
                                "select state, count(*) from leads.entry where state in ('NEW', 'MQL', 'SQL', 'WON') group by 1"))
                .isEqualTo(Map.of("NEW", 3_900L, "MQL", 3_632L, "SQL", 3_632L, "WON", 1_425L));
        // a deal older than its lead keeps its own time: visible, neither broken nor lost
        assertThat(number("""
                select count(*) from leads.entry m join leads.lead l on l.id = m.lead_id
                where m.state = 'MQL' and m.occurred_at < l.created_at""")).isEqualTo(1_819);
    }

    private void deals() {
        assertThat(rows("select stage, sum(amount_minor)::bigint / 100 from deals.deal_card group by 1"))
                .isEqualTo(Map.of(
                        "Closed Won",
                        89_066_200L,
                        "Closed Lost",
                        32_059_400L,
                        "Qualification",
                        46_942_900L,
                        "Needs Analysis",
                        17_246_000L,
                        "Initial Offer",
                        16_193_300L,
                        "Prospect",
                        15_854_000L,
                        "Proposal/Price Quote",
                        9_779_800L,
                        "Negotiation/Review",
                        4_239_300L));
        assertThat(number("select count(*) from deals.deal_card where state = 'won'"))
                .isEqualTo(1_425);
        assertThat(number(
                        "select count(*) from deals.deal where lead_id is null or campaign_id is null or owner_id is null"
                                + " or contact_id is null"))
                .isZero();
        assertThat(rows("""
                select c.type, sum(d.amount_minor)::bigint / 100 from deals.deal_card d
                join campaigns.campaign_card c on c.id = d.campaign_id where d.state = 'won' group by 1"""))
                .containsEntry("Public Relations", 18_202_700L)
                .containsEntry("Email", 18_061_400L)
                .containsEntry("Others", 2_095_300L);
        assertThat(rows("select kind, count(*) from deals.event group by 1"))
                .isEqualTo(Map.of("created", 3_632L, "won", 1_425L, "lost", 485L));
    }

    private void costs() {
        assertThat(number("select count(*) from campaigns.campaign")).isEqualTo(110);
        assertThat(number("select sum(amount_minor)::bigint from campaigns.cost"))
                .isEqualTo(44_209_580_00L);
        assertThat(number("select sum(budget_minor)::bigint from campaigns.campaign"))
                .isEqualTo(37_420_350_00L);
    }

    private void calls() {
        assertThat(number("select count(*) from timeline.activity where kind = 'call'"))
                .isEqualTo(4_100);
        assertThat(number("select count(contact_id) from timeline.activity")).isEqualTo(2_100);
        assertThat(number("select count(lead_id) from timeline.activity")).isEqualTo(170);
        // 20 calls name accounts that are not in the files: they are in, without the link, and reported
        assertThat(number("select count(*) from importing.remark where field = 'company' and not refused"))
                .isPositive();
    }

    private void invoices() {
        assertThat(rows("select status, count(*) from profit.revenue group by 1"))
                .isEqualTo(Map.of("posted", 971L, "cancelled", 329L));
        assertThat(number("select sum(amount_minor)::bigint / 100 from profit.revenue"))
                .isEqualTo(16_030_187);
    }

    private void people() {
        assertThat(number("select count(*) from identity.person where source_system = 'zoho-crm' and not active"
                        + " and password is null"))
                .isEqualTo(11);
        assertThat(number("select count(*) from contacts.company")).isEqualTo(2_229);
        assertThat(number("select count(*) from importing.remark where refused"))
                .isZero();
        assertThat(rows("select value, row_no from importing.remark where reason = 'standIn'"))
                .isEqualTo(Map.of("SalesFace.com", 1_092L, "CandidCard.com", 1_947L, "BreadSandwich.com", 2_099L));
        assertThat(rows("select currencies, count(*) from importing.file where currencies <> '' group by 1"))
                .isEqualTo(Map.of("USD", 3L));
    }

    /** The page lists exactly those that the files themselves show. */
    private void dealsOlderThanTheirLead(Path folder) {
        List<String> older = OlderDeals.inFiles(folder);
        assertThat(older).hasSize(1_819);
        WebClient lena = browsers.as("lena");
        assertThat(lena.get("/data-care/deals.olderThanLead").body()).contains("1,819 of 3,632");
        assertThat(OlderDeals.onPages(lena)).isEqualTo(older);
    }

    private Map<String, Long> counts() {
        return List.of(
                        "identity.person",
                        "contacts.company",
                        "contacts.contact",
                        "campaigns.campaign",
                        "campaigns.cost",
                        "leads.lead",
                        "leads.entry",
                        "deals.deal",
                        "deals.event",
                        "deals.stage",
                        "deals.pipeline",
                        "timeline.activity",
                        "profit.revenue")
                .stream()
                .collect(java.util.stream.Collectors.toMap(t -> t, t -> number("select count(*) from " + t)));
    }

    private Map<String, Long> rows(String sql) {
        return db.fetch(sql).intoMap(r -> r.get(0, String.class), r -> r.get(1, Long.class));
    }

    private long number(String sql) {
        return Objects.requireNonNull(db.fetchSingle(sql).get(0, Long.class));
    }

    private static Path sample() {
        String real = System.getenv("DOPPELPASS_REAL_DATA");
        Path folder = Path.of(real == null ? "." : real, "zoho-sample");
        assumeTrue(Files.isDirectory(folder), "DOPPELPASS_REAL_DATA names no folder with zoho-sample in it");
        return folder;
    }
}
