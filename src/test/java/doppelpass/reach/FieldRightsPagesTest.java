package doppelpass.reach;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.api.Programs;
import doppelpass.core.TeamFunction;
import doppelpass.database.FieldRight;
import doppelpass.identity.Rights;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Program;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every door of the product, as somebody from whom fields are hidden: no value comes out, none is changed or confirmed. */
@DoppelpassTest
class FieldRightsPagesTest {
    private static final List<String> FIELDS = List.of(
            "contact.mail",
            "contact.phone",
            "contact.source",
            "contact.x_secret",
            "lead.source",
            "company.phone",
            "company.employees",
            "company.vat_id",
            "company.revenue",
            "deal.amount",
            "deal.cost",
            "deal.source",
            "deal.expected_close",
            "campaign.budget",
            "campaign.cost",
            "campaign.expected_revenue");

    /** What nobody may read who does not see these fields, however it is written. */
    private static final Pattern CANARY = Pattern.compile(
            "kanarie@|geheimnis|de136695976|734\\s?5551|7712[.,]?3\\b"
                    + "|8[.,]?765[.,]?432|3[.,]?456[.,]?789|2031-07-19|19 jul 2031|19\\.07\\.2031|19\\.7\\.2031"
                    + "|7[.,]?778[.,]?889|4[.,]?445[.,]?556|quellkanarie|6[.,]?543[.,]?211|5[.,]?432[.,]?111|3[.,]?210[.,]?777");

    private static final List<String> API =
            List.of("/contacts", "/companies", "/leads", "/deals", "/deals/1", "/campaigns");
    private static final Map<String, String> STOLEN = Map.ofEntries(
            Map.entry("name", "Xylophon"),
            Map.entry("lastName", "Xylophon"),
            Map.entry("mail", "stolen@xylophon.test"),
            Map.entry("phone", "+49755111"),
            Map.entry("mobile", "+49755111"),
            Map.entry("employees", "7"),
            Map.entry("vatId", "DE111111111"),
            Map.entry("source", "stolen"),
            Map.entry("channel", "event"),
            Map.entry("productLine", "general"),
            Map.entry("number", "R-7"),
            Map.entry("postedOn", "2026-03-01"),
            Map.entry("function", "marketing"),
            Map.entry("kind", "media"),
            Map.entry("fromDay", "2026-03-01"),
            Map.entry("toDay", "2026-03-31"),
            Map.entry("amount", "7"),
            Map.entry("cost", "7"),
            Map.entry("price", "7"),
            Map.entry("quantity", "2"),
            Map.entry("text", "Motor"),
            Map.entry("discount", "5 %"),
            Map.entry("expectedClose", "2027-07-07"),
            Map.entry("budget", "7"),
            Map.entry("expected", "7"),
            Map.entry("value", "7"),
            Map.entry("winner", "1"));

    private final Reaches reaches;
    private final SomeRecords some;
    private final Doors doors;
    private final Rights rights;
    private final Cast cast;
    private final TestBrowsers browsers;
    private final Programs programs;
    private final DSLContext db;
    private SomeRecords.Family own;
    private long campaign;
    private long line;
    private long cost;
    private long revenue;

    FieldRightsPagesTest(
            Reaches reaches,
            SomeRecords some,
            Doors doors,
            Rights rights,
            Cast cast,
            TestBrowsers browsers,
            Programs programs,
            DSLContext db) {
        this.reaches = reaches;
        this.some = some;
        this.doors = doors;
        this.rights = rights;
        this.cast = cast;
        this.browsers = browsers;
        this.programs = programs;
        this.db = db;
    }

    @BeforeEach
    void world() {
        cast.enter();
        reaches.agree();
        own = some.of(cast.person("svea").id(), "Xylophon");
        some.insert("insert into fields.field (kind, key, type, label_de, label_en, position)"
                + " values ('contact', 'secret', 'text', 'Geheim', 'Secret', 1)");
        db.execute("update contacts.company set phone = '+497345551', employees = 77123, vat_id = 'DE136695976'");
        db.execute(
                "update contacts.contact set mail = 'kanarie@xylophon.test', phone = '+497345551', mobile = '+497345551',"
                        + " fields = '{\"secret\": \"geheimnis\"}'");
        campaign = some.insert(
                "insert into campaigns.campaign (name, type, channel, status, budget_minor,"
                        + " expected_revenue_minor, created_at) values ('Messe', 'fair', 'event', 'active', 777888900, 444555600, now())");
        db.execute(
                "update deals.deal set amount_minor = 876543200, cost_minor = 345678900, expected_close = '2031-07-19',"
                        + " company_id = " + own.company() + ", contact_id = " + own.contact() + ", campaign_id = "
                        + campaign);
        db.execute(
                "update leads.lead set source = 'quellkanarie', channel = 'referral', company_id = " + own.company());
        db.execute("update contacts.contact set source = 'quellkanarie'");
        db.execute("update deals.deal set source = 'quellkanarie', channel = 'referral'");
        cost = some.insert(
                "insert into campaigns.cost (function, campaign_id, amount_minor, from_day, to_day)"
                        + " values ('marketing', {0}, 654321100, '2026-03-01', '2026-03-31')",
                campaign);
        revenue = some.insert(
                "insert into profit.revenue (number, company_id, deal_id, posted_on, amount_minor, cost_minor)"
                        + " values ('R-1', {0}, {1}, '2026-03-01', 543211100, 321077700)",
                own.company(), own.deal());
        for (String kind : List.of("created", "amount"))
            some.insert(
                    "insert into deals.event (deal_id, kind, stage_id, amount_minor, note, occurred_at)"
                            + " select id, {0}, stage_id, amount_minor, '1 × Motor · 8765432', now() from deals.deal",
                    kind);
        line = some.insert(
                "insert into pricing.line (deal_id, position, text, quantity, price_minor, cost_minor, net_minor,"
                        + " total_cost_minor) values ({0}, 1, 'Motor', 1, 876543200, 345678900, 876543200, 345678900)",
                own.deal());
        some.insert(
                "insert into duplicates.pair (kind, first_id, second_id, chance, evidence, found_at)"
                        + " values ('contact', {0}, {1}, 0.9, '[{\"trait\": \"mail\", \"comparison\": \"MAIL\","
                        + " \"degree\": \"SAME\", \"points\": 9}]', now())",
                Math.min(own.contact(), own.leadContact()), Math.max(own.contact(), own.leadContact()));
    }

    @AfterEach
    void openAgain() {
        limit(FieldRight.VISIBLE);
    }

    @Test
    void noDoorTellsAHiddenValue() {
        limit(FieldRight.HIDDEN);
        WebClient svea = browsers.as("svea");
        List<String> addresses = doors.addresses(own, "kanarie");
        addresses.addAll(List.of(
                "/campaigns/" + campaign,
                "/campaigns/" + campaign + "/edit",
                "/lines/" + line + "/edit",
                "/costs/" + cost + "/edit",
                "/revenue/" + revenue,
                "/leads?cols=name,source,channel",
                "/campaigns?cols=name,budget,spent,left",
                "/deals?sort=amount",
                "/deals?cols=name,amount,weighted,cost,margin,expected",
                "/deals/board?q=xylo"));
        List<String> told = new ArrayList<>();
        for (String address : addresses) {
            HttpResponse<String> answer = svea.get(address);
            if (tells(answer.body()) || answer.statusCode() >= 500)
                told.add(answer.statusCode() + " " + address + " " + words(answer));
        }
        Program program = programs.of("svea");
        for (String path : API) {
            Program.Answer answer = program.get(path);
            if (tells(answer.body()) || answer.status() >= 500) told.add(answer.status() + " API " + path);
        }
        assertThat(told).as("doors that tell, or fail").isEmpty();
        limit(FieldRight.READ);
        for (String address : List.of(
                "/deals/" + own.deal(),
                "/deals/" + own.deal() + "/edit",
                "/deals",
                "/deals/board",
                "/contacts/" + own.contact(),
                "/companies/" + own.company(),
                "/lists/contacts/export.csv?q=kanarie",
                "/search/hits?q=kanarie",
                "/audit/of/deal/" + own.deal(),
                "/campaigns/" + campaign,
                "/costs",
                "/revenue",
                "/leads/" + own.lead(),
                "/leads?cols=name,source",
                "/campaigns?cols=name,spent",
                "/duplicates/contact-" + own.contact() + ",contact-" + own.leadContact()))
            assertThat(tells(svea.get(address).body()))
                    .as("%s could have told", address)
                    .isTrue();
        for (String path : API)
            assertThat(tells(program.get(path).body())).as(path).isTrue();
    }

    private static boolean tells(String body) {
        String text = body.replaceAll("</?mark>", "").toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
        return CANARY.matcher(text).find();
    }

    @Test
    void aHiddenMailOrNumberFindsNobody() {
        List<String> sought = List.of("kanarie@xylophon.test", "7345551", "DE136695976");
        limit(FieldRight.READ);
        WebClient svea = browsers.as("svea");
        for (String words : sought)
            assertThat(words(svea.get("/search?q=" + words))).as(words).contains("Xylophon");
        limit(FieldRight.HIDDEN);
        for (String words : sought) {
            assertThat(words(svea.get("/search?q=" + words))).as(words).doesNotContain("Xylophon");
            assertThat(words(svea.get("/contacts?q=" + words))).as(words).doesNotContain("Xylophon");
            assertThat(words(svea.get("/companies?q=" + words))).as(words).doesNotContain("Xylophon");
        }
        assertThat(words(svea.get("/search?q=xylophon"))).contains("Xylophon");
    }

    @Test
    void theRecordsBehindAFigureAreShownWithoutTheirHiddenValue() {
        some.of(cast.person("mara").id(), "Zimbel");
        some.insert("insert into deals.event (deal_id, kind, stage_id, amount_minor, occurred_at)"
                + " select min(id), 'won', min(stage_id), 876543200, now() from deals.deal");
        some.insert("insert into deals.event (deal_id, kind, stage_id, amount_minor, occurred_at)"
                + " select max(id), 'won', min(stage_id), 100000, now() from deals.deal");
        String records = "/kpis/K03/records?period=2026";
        limit(FieldRight.READ);
        WebClient svea = browsers.as("svea");
        assertThat(words(svea.get(records))).contains("8,765,432", "Zimbel");
        limit(FieldRight.HIDDEN);
        assertThat(words(svea.get(records))).contains("Xylophon", "Zimbel").doesNotContain("8,765,432");
    }

    @Test
    void nothingIsConfirmedByAskingForIt() {
        limit(FieldRight.HIDDEN);
        WebClient svea = browsers.as("svea");
        for (String where : List.of(
                "deals?where=deal.amount > 5.0",
                "deals?where=deal.margin > 5.0",
                "deals?where=deal.contact.mail.contains('kanarie')",
                "contacts?where=contact.deals.exists(d, d.amount > 5.0)",
                "contacts?where=contact.x_secret == 'geheimnis'",
                "contacts?where=contact.source == 'quellkanarie'",
                "leads?where=lead.source == 'quellkanarie'",
                "leads?where=lead.channel == 'referral'",
                "deals?where=deal.source == 'quellkanarie'")) {
            String page = words(svea.get("/" + asked(where)));
            assertThat(page).as(where).contains("you may not see").doesNotContain("Xylophon");
            HttpResponse<String> export = svea.get("/lists/" + asked(where.replace("?", "/export.csv?")));
            assertThat(export.statusCode()).as(where).isEqualTo(422);
            Program.Answer api = programs.of("svea").get("/" + asked(where.replace("where", "filter")));
            assertThat(api.status()).as(where).isEqualTo(400);
            assertThat(api.body()).contains("you may not see");
        }
        for (String list : List.of("contacts", "leads", "deals"))
            assertThat(words(svea.get("/" + list + "?source=quellkanarie")))
                    .as(list)
                    .doesNotContain("Xylophon");
        assertThat(programs.of("svea").get("/deals?sort=amount").status()).isEqualTo(400);
        assertThat(words(svea.get("/deals"))).doesNotContain("Amount").contains("Xylophon");
        assertThat(svea.get("/lists/deals/filter").body())
                .contains("value=\"next_step\"")
                .doesNotContain("value=\"amount\"");
        limit(FieldRight.READ);
        assertThat(words(svea.get("/" + asked("deals?where=deal.amount > 5.0"))))
                .contains("Xylophon");
        assertThat(words(svea.get("/" + asked("deals?where=deal.amount > 99999999.0"))))
                .doesNotContain("Xylophon");
    }

    @Test
    void noDoorChangesWhatMayNotBeWritten() {
        for (FieldRight right : List.of(FieldRight.READ, FieldRight.HIDDEN)) {
            limit(right);
            WebClient svea = browsers.as("svea");
            Program program = programs.of("svea");
            String before = values();
            for (String cell : List.of(
                    "deals/" + own.deal() + "/amount",
                    "deals/" + own.deal() + "/expected",
                    "contacts/" + own.contact() + "/mail",
                    "contacts/" + own.contact() + "/x_secret",
                    "contacts/" + own.contact() + "/source",
                    "leads/" + own.lead() + "/source",
                    "leads/" + own.lead() + "/channel",
                    "deals/" + own.deal() + "/source",
                    "companies/" + own.company() + "/vat_id"))
                assertThat(svea.send("PUT", "/lists/" + cell, Map.of("value", "7", "was", ""))
                                .statusCode())
                        .as(cell)
                        .isEqualTo(403);
            assertThat(svea.post("/lists/deals/bulk", Map.of("column", "amount", "value", "7", "all", "true"))
                            .statusCode())
                    .isNotEqualTo(302);
            Program.Answer patched =
                    program.send("PATCH", "/deals/" + own.deal(), "{\"amount\": \"7.00\", \"name\": \"renamed\"}");
            assertThat(patched.status()).isEqualTo(422);
            assertThat(patched.at("/errors/0/field")).isEqualTo("amount");
            assertThat(patched.at("/errors/0/remedy")).isNotEmpty();
            for (Rights.Route route : rights.routes()) {
                String pattern = route.pattern().getPatternString();
                if (List.of("GET", "DELETE").contains(route.method()) || pattern.startsWith("/me")) continue;
                if (pattern.matches(".*(closure|erasure|bin|sign|session|password|passkey).*")) continue;
                for (String address : doors.filled(pattern, own)) {
                    int status = svea.send(route.method(), address, STOLEN).statusCode();
                    assertThat(status).as("%s %s", route.method(), address).isLessThan(500);
                }
            }
            assertThat(values()).as("%s", right).isEqualTo(before);
            assertThat(svea.get("/deals/" + own.deal()).statusCode())
                    .as("still signed in")
                    .isEqualTo(200);
        }
    }

    /** All that is limited, as it stands in the tables. */
    private String values() {
        return db.fetch(
                                "select id, mail, phone, mobile, fields from contacts.contact where mail like 'kanarie%' order by id")
                        .toString()
                + db.fetch(
                        "select id, phone, employees, vat_id from contacts.company where phone is not null order by id")
                + db.fetch(
                        "select id, amount_minor, cost_minor, expected_close from deals.deal where id = " + own.deal())
                + db.fetch("select id, price_minor, net_minor, cost_minor from pricing.line order by id")
                + db.fetch("select distinct amount_minor from deals.event where deal_id = " + own.deal())
                + db.fetch("select budget_minor, expected_revenue_minor from campaigns.campaign where id = " + campaign)
                + db.fetch("select id, source from contacts.contact where source is not null order by id")
                + db.fetch("select id, source, channel from leads.lead where source <> '' order by id")
                + db.fetch("select id, source, channel from deals.deal where source <> '' order by id")
                + db.fetch("select * from campaigns.cost order by id")
                + db.fetch("select * from profit.revenue order by id");
    }

    /** What a page says, without its marks. */
    private static String words(HttpResponse<String> answer) {
        return answer.body()
                .replaceAll("(?s)^.*<main", "<main ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    private static String asked(String where) {
        int equals = where.indexOf('=') + 1;
        return where.substring(0, equals) + URLEncoder.encode(where.substring(equals), StandardCharsets.UTF_8);
    }

    private void limit(FieldRight right) {
        Map<String, Map<String, FieldRight>> chosen = new HashMap<>();
        for (String field : FIELDS)
            chosen.computeIfAbsent(field.substring(0, field.indexOf('.')), kind -> new TreeMap<>())
                    .put(field.substring(field.indexOf('.') + 1), right);
        reaches.limit(Map.of(TeamFunction.SALES, chosen), cast.person("ada"));
    }
}
