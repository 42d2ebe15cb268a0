package doppelpass.web;

import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.RecordList;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** On the stage of {@link SomePages}: what brings out forms that stand on a page only in some state, and the addresses of all such forms. */
@Component
class MorePages {
    private final TestBrowsers browsers;
    private final List<RecordList> lists;
    private final DSLContext db;

    MorePages(TestBrowsers browsers, List<RecordList> lists, DSLContext db) {
        this.browsers = browsers;
        this.lists = lists;
        this.db = db;
    }

    List<String> open() {
        people();
        leads();
        deals();
        meetings();
        duplicates();
        List<String> pages = new ArrayList<>(List.of(
                "/lines/1/edit",
                "/leads?view=1",
                "/leads/2",
                "/leads/3",
                "/leads/4",
                "/hand-overs/2",
                "/deals/2",
                "/meetings/2",
                "/meetings/2?kind=info",
                "/meetings/2?kind=decision",
                "/meetings/2?kind=action",
                "/meetings/3",
                "/imports/1/files/1?object=company",
                "/fields/new?kind=contact&type=choice",
                "/fields/new?kind=deal&type=formula",
                "/hand-overs/3"));
        db.fetch("select kind, key from fields.field where type <> 'formula' and kind not in ('activity', 'task')")
                .forEach(field -> pages.add("/fields/of/" + field.get(0) + "-1/x_" + field.get(1) + "/edit"));
        for (RecordList list : lists) {
            list.listing().columns().stream()
                    .filter(column -> column.editing() != null)
                    .map(Column::name)
                    .forEach(column -> pages.add("/lists/" + list.listing().name() + "/1/" + column + "/edit"));
        }
        return pages;
    }

    /** A passkey takes a device; its name is typed. */
    private void people() {
        db.execute(
                "insert into signin.passkey (person_id, name, credential, public_key, attestation, sign_count, user_verified,"
                        + " backup_eligible, backed_up, created_at) select id, 'key', '\\x01', '\\x02', '\\x03', 0, true, false, false, now()"
                        + " from identity.person where mail = 'lena@kern.test'");
        WebClient ada = at("ada", "/tokens");
        ada.post("/tokens?scopes=contacts:read", Map.of("name", Markup.TYPED, "days", "30"));
        ada.send(
                "PUT",
                "/mail/server",
                Map.of(
                        "host",
                        "localhost",
                        "port",
                        "9",
                        "security",
                        "none",
                        "login",
                        Markup.TYPED,
                        "password",
                        "x",
                        "sender",
                        "crm@kern.test",
                        "senderName",
                        Markup.TYPED,
                        "address",
                        "http://localhost:9"));
    }

    private void leads() {
        WebClient mara = at("mara", "/leads/new");
        for (int contact = 1; contact <= 3; contact++)
            mara.post(
                    "/leads",
                    Map.of(
                            "contact",
                            "" + contact,
                            "productLine",
                            "drives",
                            "source",
                            Markup.TYPED,
                            "channel",
                            "event"));
        mara.post("/leads/2/hand-overs", Map.of("trigger", Markup.TYPED, "team", ""));
        mara.post("/leads/3/hand-overs", Map.of("trigger", Markup.TYPED, "team", ""));
        WebClient svea = at("svea", "/hand-overs");
        svea.send("PUT", "/hand-overs/2/acceptance", Map.of());
        svea.post("/hand-overs/3/query", Map.of("question", Markup.TYPED));
        WebClient lena = at("lena", "/leads");
        lena.post("/lists/leads/views", Map.of("name", Markup.TYPED, "scope", "everyone", "address", "q=x"));
        lena.send("PUT", "/targets/K02", Map.of("year", "2026", "m6", "1000", "reason", Markup.TYPED));
        lena.send("PUT", "/targets/K02", Map.of("year", "2026", "m6", "2000", "reason", Markup.TYPED));
    }

    /** Two that become one, one that goes into the bin, one that is erased, and a change of many at once. */
    private void duplicates() {
        WebClient mara = at("mara", "/contacts/new");
        for (int i = 0; i < 3; i++)
            mara.post(
                    "/contacts",
                    Map.of(
                            "lastName",
                            Markup.TYPED,
                            "note",
                            Markup.TYPED + i,
                            "anyway",
                            "true",
                            "mail",
                            "same@kern.test"));
        mara.post("/merges", Map.of("records", "contact-4,contact-5", "stays", "contact-4"));
        mara.send("PUT", "/bin/contact-6", Map.of());
        mara.post("/contacts", Map.of("lastName", "Vergessen", "mail", "weg@kern.test"));
        WebClient ada = at("ada", "/erasures");
        ada.post("/erasures/contact-7", Map.of("number", Markup.TYPED));
        ada.post("/erasures/contact-7", Map.of("number", "7"));
        at("lena", "/leads")
                .post("/lists/leads/bulk", Map.of("all", "yes", "column", "tags", "how", "+", "value", Markup.TYPED));
        browsers.as("lena").send("PUT", "/bulk/2/run", Map.of());
    }

    private void deals() {
        WebClient lena = at("lena", "/gates");
        lena.send("PUT", "/gates/usual/1", Map.of("framework", "MEDDICC"));
        at("ada", "/fields")
                .post(
                        "/fields",
                        Map.of("kind", "deal", "type", "formula", "labelEn", "Markup", "formula", "\"<i class=dp>\""));
    }

    /** A meeting that runs, and one that is over; both have decided something. */
    private void meetings() {
        WebClient lena = at("lena", "/meetings/1");
        for (int meeting = 2; meeting <= 3; meeting++) {
            String path = "/meetings/" + meeting;
            lena.send("PUT", path + "/proposals", Map.of());
            lena.post(path + "/items", Map.of("title", Markup.TYPED, "remark", Markup.TYPED, "minutes", "5"));
            lena.send("PUT", path + "/publication", Map.of());
            lena.send("PUT", path + "/session", Map.of());
            Object item = db.fetchValue("select max(id) from meetings.item where meeting_id = " + meeting);
            lena.post(
                    "/meetings/items/" + item + "/outcomes",
                    Map.of(
                            "kind",
                            "action",
                            "text",
                            Markup.TYPED,
                            "person",
                            "2",
                            "day",
                            "2026-08-20",
                            "kpi",
                            "K02",
                            "effect",
                            Markup.TYPED));
        }
        lena.send("DELETE", "/meetings/3/session", Map.of());
        for (String team : List.of("mara", "stefan"))
            at(team, "/meetings/3").send("PUT", "/meetings/3/confirmation", Map.of());
    }

    private WebClient at(String name, String page) {
        WebClient client = browsers.as(name);
        client.get(page);
        return client;
    }
}
