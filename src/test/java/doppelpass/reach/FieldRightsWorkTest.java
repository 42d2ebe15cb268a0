package doppelpass.reach;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.TeamFunction;
import doppelpass.database.FieldRight;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People from whom values are hidden go on working, and what follows from their work misses none of these. */
@DoppelpassTest
class FieldRightsWorkTest {
    private static final String EVENTS = "select kind, amount_minor from deals.event order by id";

    private final Reaches reaches;
    private final SomeRecords some;
    private final Cast cast;
    private final TestBrowsers browsers;
    private final DSLContext db;
    private SomeRecords.Family own;

    FieldRightsWorkTest(Reaches reaches, SomeRecords some, Cast cast, TestBrowsers browsers, DSLContext db) {
        this.reaches = reaches;
        this.some = some;
        this.cast = cast;
        this.browsers = browsers;
        this.db = db;
    }

    @BeforeEach
    void world() {
        cast.enter();
        reaches.agree();
        own = some.of(cast.person("svea").id(), "Xylophon");
    }

    @AfterEach
    void openAgain() {
        limit(
                FieldRight.VISIBLE,
                "deal.amount",
                "deal.cost",
                "deal.expected_close",
                "deal.source",
                "lead.source",
                "company.revenue",
                "contact.mail");
    }

    @Test
    void aDealIsMovedAndWonWithTheAmountItsSellerDoesNotSee() {
        limit(FieldRight.HIDDEN, "deal.amount", "deal.cost");
        WebClient svea = browsers.as("svea");
        String deal = "/deals/" + own.deal();
        long next = db.fetchSingle("select id from deals.stage where kind = 'open' order by id offset 1 limit 1")
                .get(0, Long.class);
        assertThat(svea.send("PUT", deal + "/stage", Map.of("stage", "" + next)).statusCode())
                .isLessThan(400);
        assertThat(svea.send("PUT", deal, Map.of("name", "Xylophon II", "expectedClose", "2031-07-19"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(svea.send("PUT", deal + "/closure", Map.of("outcome", "won", "on", "2026-06-01"))
                        .statusCode())
                .isLessThan(400);
        assertThat(rows("select name, amount_minor, expected_close::text, closed_at is not null from deals.deal"))
                .containsExactly(List.of("Xylophon II", 100_000L, "2031-07-19", true));
        assertThat(rows(EVENTS))
                .containsExactly(List.of("stage", 100_000L), List.of("changed", 100_000L), List.of("won", 100_000L));
        assertThat(svea.post("/deals", Map.of("name", "Fresh", "amount", "77")).statusCode())
                .isEqualTo(302);
        assertThat(rows("select amount_minor from deals.deal where name = 'Fresh'"))
                .containsExactly(List.of(0L));
    }

    @Test
    void aDealComesFromWhereItsLeadCameFromWhoeverOpensIt() {
        db.execute("update leads.lead set source = 'Fair', channel = 'event', state = 'SQL'");
        Map<String, String> typed = Map.of("name", "Fresh", "lead", "" + own.lead(), "source", "my own call");
        for (String hidden : List.of("lead.source", "deal.source")) {
            limit(FieldRight.VISIBLE, "lead.source", "deal.source");
            limit(FieldRight.HIDDEN, hidden);
            assertThat(browsers.as("svea").post("/deals", typed).statusCode()).isEqualTo(302);
            assertThat(rows("select source, channel from deals.deal where name = 'Fresh'"))
                    .as(hidden)
                    .containsExactly(List.of("Fair", "event"));
            db.execute("delete from deals.event where deal_id in (select id from deals.deal where name = 'Fresh')");
            db.execute("delete from deals.deal where name = 'Fresh'");
        }
    }

    @Test
    void whoeverMayNotNameASourceChangesTheRestOfALead() {
        db.execute("update leads.lead set source = 'Fair', channel = 'event', state = 'SAL'");
        for (FieldRight right : List.of(FieldRight.READ, FieldRight.HIDDEN)) {
            limit(right, "lead.source");
            WebClient svea = browsers.as("svea");
            assertThat(svea.get("/leads/" + own.lead() + "/edit").body()).doesNotContain("name=\"source\"");
            assertThat(svea.send("PUT", "/leads/" + own.lead(), Map.of("productLine", "line " + right))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(rows("select product_line, source, channel from leads.lead"))
                    .containsExactly(List.of("line " + right, "Fair", "event"));
        }
        assertThat(browsers.as("svea")
                        .post("/leads", Map.of("contact", "" + own.contact(), "productLine", "fresh", "source", "own"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(rows("select source, channel from leads.lead where product_line = 'fresh'"))
                .containsExactly(List.of("", "other"));
    }

    @Test
    void aWonDealIsRevenueWhereItsSellerSeesNone() {
        limit(FieldRight.HIDDEN, "company.revenue");
        WebClient svea = browsers.as("svea");
        assertThat(svea.send("PUT", "/deals/" + own.deal() + "/closure", Map.of("outcome", "won", "on", "2026-06-01"))
                        .statusCode())
                .isLessThan(400);
        assertThat(rows("select amount_minor from profit.revenue where replaced_at is null"))
                .containsExactly(List.of(100_000L));
        assertThat(svea.get("/revenue").statusCode()).isEqualTo(403);
        assertThat(browsers.as("ada").get("/revenue").body()).contains("€1,000");
    }

    @Test
    void aSellerWritesLinesWhoseCostIsHiddenAndTheMarginOfTheDealStaysRight() {
        long product =
                some.insert("insert into deals.product (name, price_minor, cost_minor) values ('Motor', 50000, 30000)");
        limit(FieldRight.HIDDEN, "deal.cost");
        WebClient svea = browsers.as("svea");
        String lines = "/deals/" + own.deal() + "/lines";
        assertThat(svea.post(lines, Map.of("text", "Motor", "quantity", "2", "cost", "1"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(rows("select amount_minor, cost_minor from deals.deal")).containsExactly(List.of(100_000L, 60_000L));
        long line = db.fetchSingle("select id from pricing.line where product_id = " + product)
                .get(0, Long.class);
        assertThat(svea.send("PUT", "/lines/" + line, Map.of("text", "Motor", "quantity", "3", "price", "500"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(rows("select amount_minor, cost_minor from deals.deal")).containsExactly(List.of(150_000L, 90_000L));
        assertThat(svea.get("/deals/" + own.deal()).body()).contains("Motor").doesNotContain("Margin");
        limit(FieldRight.READ, "deal.amount");
        assertThat(svea.send("DELETE", "/lines/" + line, Map.of()).statusCode()).isEqualTo(403);
        assertThat(rows("select amount_minor, cost_minor from deals.deal")).containsExactly(List.of(150_000L, 90_000L));
    }

    @Test
    void aMergeKeepsAHiddenValueHoweverItIsChosen() {
        db.execute("update contacts.contact set mail = 'winner@xylophon.test' where id = " + own.contact());
        db.execute("update contacts.contact set mail = 'loser@xylophon.test' where id = " + own.leadContact());
        limit(FieldRight.HIDDEN, "contact.mail");
        WebClient svea = browsers.as("svea");
        String pair = "contact-" + own.contact() + ",contact-" + own.leadContact();
        assertThat(svea.get("/duplicates/" + pair).body())
                .doesNotContain("@xylophon.test")
                .contains("Xylophon");
        Map<String, String> choice =
                Map.of("records", pair, "stays", "contact-" + own.contact(), "part-mail", "" + own.leadContact());
        assertThat(svea.post("/merges", choice).statusCode()).isEqualTo(302);
        assertThat(rows("select mail from contacts.contact")).containsExactly(List.of("winner@xylophon.test"));
    }

    @Test
    void anAdministratorHidesAFieldOnThePageAndTheAuditNotesIt() {
        WebClient ada = browsers.as("ada");
        assertThat(ada.send("PUT", "/reach/fields", Map.of("sales.deal.amount", "hidden"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(ada.get("/reach").body()).contains("Amount and lines").contains("Hidden");
        assertThat(
                        rows(
                                "select kind, after ->> 'field', after ->> 'access' from audit.entry where tab = 'reach.field_right'"))
                .containsExactly(List.of("reach", "amount", "hidden"));
        assertThat(browsers.as("svea").get("/forecast").statusCode()).isEqualTo(403);
        assertThat(browsers.as("stefan").send("PUT", "/reach/fields", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(ada.send("PUT", "/reach/fields", Map.of("sales.deal.amount", "nonsense"))
                        .statusCode())
                .isEqualTo(422);
    }

    private List<List<Object>> rows(String query) {
        return db.fetch(query).map(r -> r.intoList());
    }

    private void limit(FieldRight right, String... fields) {
        Map<String, Map<String, FieldRight>> chosen = new HashMap<>();
        for (String field : fields) {
            int dot = field.indexOf('.');
            chosen.computeIfAbsent(field.substring(0, dot), kind -> new HashMap<>())
                    .put(field.substring(dot + 1), right);
        }
        reaches.limit(Map.of(TeamFunction.SALES, chosen), cast.person("ada"));
    }
}
