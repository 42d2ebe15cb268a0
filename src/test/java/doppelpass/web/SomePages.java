package doppelpass.web;

import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.work.Queue;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * One record of every kind, typed in through the pages, with names as long as life makes them; and for every page about
 * a record the address of one.
 */
@Component
class SomePages {
    /** Would be an element, and the other a script, on a page that does not escape what people typed. */
    static final String COMPANY =
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau Huber & Söhne <i class=dp>GmbH</i> & Co. KG";

    private static final String LABEL = "<i class=dp>" + COMPANY.substring(0, 48);

    static final String PERSON =
            "Maximiliane-Charlotte <img src=dp onerror=alert(1)> Freifrau von Hohenlohe-Waldenburg-Schillingsfürst";

    /** Parts of pages, downloads, and the set-up page, which is closed once there is an organisation. */
    static final Set<String> NO_PAGES = Set.of(
            "/setup/{token}",
            "/activities/{id}",
            "/calendar/{token}.ics",
            "/deals/choices/{of}",
            "/data-care/results/{id}",
            "/data-care/{key}/findings/{id}",
            "/deals/{id}/figures",
            "/deals/{id}/history",
            "/lines/{id}/edit",
            "/fields/of/{record}/{field}",
            "/fields/of/{record}/{field}/edit",
            "/fields/records/{kind}",
            "/glossary/{key}/card",
            "/api/openapi.json",
            "/api/v1",
            "/api/v1/events",
            "/api/v1/openapi.json",
            "/api/v1/{list}",
            "/api/v1/{list}/{id}",
            "/api/v1/{list}/{id}/{part}",
            "/api/v1/reference/{name}",
            "/audit/of/{kind}/{id}",
            "/history/{subjects}",
            "/imports/{id}/progress",
            "/imports/{id}/refused.csv",
            "/imports/{id}/remarks.csv",
            "/kpis/{code}/card",
            "/bulk/{id}/progress",
            "/files/on/{record}",
            "/files/{id}",
            "/files/{id}/view",
            "/notes/on/{record}",
            "/notes/on/{record}/people",
            "/lists/{list}/bulk/input",
            "/lists/{list}/columns",
            "/lists/{list}/export.csv",
            "/lists/{list}/export.xlsx",
            "/lists/{list}/export/{format}",
            "/lists/{list}/filter",
            "/lists/{list}/{id}/{column}",
            "/lists/{list}/{id}/{column}/edit",
            "/rules/builder",
            "/search/hits",
            "/sign-in/providers/{key}");

    /** Pages without a variable that are about a record all the same: it stands behind the question mark. */
    static final Set<String> ASKING = Set.of("/hand-overs/new", "/fields/new");

    private final TestBrowsers browsers;
    private final Queue queue;

    SomePages(TestBrowsers browsers, Queue queue) {
        this.browsers = browsers;
        this.queue = queue;
    }

    /** Fills the stage; pattern of a route → address of a page with a record. */
    Map<String, String> open() {
        Map<String, String> pages = new TreeMap<>();
        List<String> failed = new ArrayList<>();
        for (Consumer<Map<String, String>> step : steps()) {
            try {
                step.accept(pages);
            } catch (AssertionError e) {
                failed.add(e.getMessage());
            }
        }
        if (!failed.isEmpty()) throw new AssertionError(String.join("\n", failed));
        pages.put("/data-care/{key}", "/data-care/deals.noAmount");
        return pages;
    }

    /** In the order in which the records need each other. */
    private List<Consumer<Map<String, String>>> steps() {
        return List.of(
                this::people,
                this::fields,
                this::contacts,
                this::campaigns,
                this::leads,
                this::deals,
                this::agreements,
                this::meetings,
                this::imports,
                this::lists);
    }

    private void lists(Map<String, String> pages) {
        WebClient lena = browsers.as("lena");
        lena.get("/leads");
        pages.put(
                "/bulk/{id}",
                saved(lena.post("/lists/leads/bulk", form("all=yes|ended=yes|column=tags|how=+|value=VIP"))));
    }

    private void people(Map<String, String> pages) {
        WebClient ada = browsers.as("ada");
        pages.put("/people/{id}", "/people/3");
        pages.put("/people/{id}/security", "/people/3/security");
        saved(ada.post(
                "/access/providers",
                form(
                        "key=a-key-for-looks|name=%s|issuer=https://anmeldung.donaudampfschiff.example/realms/kern|"
                                + "clientId=doppelpass|secret=geheim|mailDomains=kern.test kern-antriebstechnik.example|"
                                + "mailClaim=email|createsAs=sales",
                        LABEL)));
        pages.put("/access/providers/{id}", "/access/providers/1");
        webhooks(pages, ada);
        String invitation = ada.post("/people/8/link", Map.of()).body();
        pages.put("/password/{token}", found(invitation, "/password/[\\w-]+"));
    }

    /** An endpoint nobody listens at, with something to send. */
    private static void webhooks(Map<String, String> pages, WebClient ada) {
        ada.post(
                "/webhooks?lists=contacts&events=changed",
                form("name=%s|url=https://localhost:9/%s", COMPANY, "ereignisse-des-vertriebs/".repeat(6)));
        ada.post("/webhooks/1/tests", Map.of());
        pages.put("/webhooks/{id}", "/webhooks/1");
        pages.put("/webhooks/{id}/edit", "/webhooks/1/edit");
    }

    /** One field of each kind, so that pages about records show one. */
    private void fields(Map<String, String> pages) {
        WebClient ada = browsers.as("ada");
        for (String kind : List.of("contact", "company", "lead", "deal", "campaign", "activity", "task"))
            ada.post("/fields", form("kind=" + kind + "|type=text|quick=yes|labelDe=%s|labelEn=Notes", LABEL));
        pages.put("/fields/{id}/edit", "/fields/1/edit");
        pages.put("/fields/new", "/fields/new?kind=company");
    }

    private void contacts(Map<String, String> pages) {
        WebClient mara = browsers.as("mara");
        mara.get("/companies/new");
        String company = saved(mara.post(
                "/companies",
                form(
                        "name=%s|fit=A|industry=Maschinen- und <i class=dp>Anlagenbau|employees=1240|city=Landshut<i class=dp>|"
                                + "country=DE|website=https://www.donaudampfschiff.example",
                        COMPANY)));
        both(pages, "/companies/{id}", company);
        Map<String, String> form = new HashMap<>(form(
                "lastName=%s|company=%s|mail=m.hohenlohe-waldenburg@donaudampfschiff.example|"
                        + "phone=+49 871 123456|country=DE|jobTitle=Leiterin <i class=dp> strategischer Einkauf",
                PERSON, COMPANY));
        form.putAll(form("lawfulBasis=legitimate_interest|mayMail=no|mayCall=yes"));
        both(pages, "/contacts/{id}", saved(mara.post("/contacts", form)));
        mara.get("/tasks/new");
        mara.post(
                "/tasks", form("title=Rückfrage zu %s klären|dueOn=2026-06-01|about=contact-1|repeat=weekly", COMPANY));
        pages.put("/tasks/{id}", "/tasks/1");
        pages.put("/erasures/{record}", "/erasures/contact-1");
        pages.put("/duplicates/{records}", twins(mara));
        mara.post("/activities", form("about=contact-1|kind=call|outcome=reached|note=%s", PERSON));
        mara.post(
                "/activities",
                form("about=contact-1|kind=meeting|when=2026-06-03T14:00|minutes=60|subject=%s", COMPANY));
        notes(pages, mara);
    }

    /** A note with a mention, edited once, a file, a star and a bell on the contact. */
    private void notes(Map<String, String> pages, WebClient mara) {
        saved(mara.post("/notes/on/contact-1", form("text=## %s\n- **fett**\n\n@Lena Lead, @Mara Marketing", PERSON)));
        saved(mara.send(
                "PUT", "/notes/1", form("text=> %s\n\n@Lena Lead `Code` https://kern.example/%s", PERSON, COMPANY)));
        byte[] file = PERSON.getBytes(StandardCharsets.UTF_8);
        saved(mara.upload("/files/on/contact-1", "files", PERSON + ".txt", file, Map.of()));
        WebClient lena = browsers.as("lena");
        saved(lena.send("PUT", "/favourites/contact-1", Map.of()));
        saved(lena.send("PUT", "/following/contact-1", Map.of()));
        pages.put("/notes/{id}/edit", "/notes/1/edit");
        pages.put("/notes/{id}/versions", "/notes/1/versions");
    }

    private static String twins(WebClient mara) {
        String one = saved(mara.post(
                "/contacts",
                form("firstName=%s|lastName=%s|mail=twin@donaudampfschiff.example|note=%s", PERSON, COMPANY, PERSON)));
        String other = saved(mara.post(
                "/contacts",
                form("lastName=%s|mail=twin@donaudampfschiff.example|note=%s|anyway=true", COMPANY, COMPANY)));
        return "/duplicates/contact-" + one.replaceFirst(".*/", "") + ",contact-" + other.replaceFirst(".*/", "");
    }

    private void campaigns(Map<String, String> pages) {
        WebClient lena = browsers.as("lena");
        lena.get("/campaigns/new");
        String campaign = saved(lena.post(
                "/campaigns",
                form(
                        "name=Hannover Messe %s|status=active|type=Trade Show|goal=40 MQL <i class=dp>|channel=event|"
                                + "startsOn=2026-05-01|endsOn=2026-06-30|budget=125000",
                        PERSON)));
        both(pages, "/campaigns/{id}", campaign);
        Map<String, String> cost = form(
                "amount=112345.67|kind=media|fromDay=2026-05-01|toDay=2026-06-30|"
                        + "function=marketing|campaign=1|channel=event|note=%s",
                COMPANY);
        saved(lena.post("/costs", cost));
        pages.put("/costs/{id}/edit", "/costs/1/edit");
    }

    private void leads(Map<String, String> pages) {
        WebClient mara = browsers.as("mara");
        mara.get("/leads/new");
        String lead = saved(
                mara.post("/leads", form("contact=1|productLine=gears|source=%s|channel=event|handRaise=", COMPANY)));
        both(pages, "/leads/{id}", lead);
        mara.post(lead + "/hand-overs", form("trigger=Wants 40 gear units in autumn: %s|team=", PERSON));
        pages.put("/hand-overs/{id}", "/hand-overs/1");
        pages.put("/hand-overs/new", "/hand-overs/new?about=contact-1");
    }

    private void deals(Map<String, String> pages) {
        WebClient ada = browsers.as("ada");
        ada.get("/products/new");
        saved(ada.post("/products", form("name=Getriebe %s|code=G-1|price=12500|cost=9000", PERSON)));
        pages.put("/products/{id}/edit", "/products/1/edit");
        String deal = saved(ada.post(
                "/deals",
                form(
                        "name=Vierzig Getriebe für %s|company=%s #1|contact=%s #1|type=new|"
                                + "amount=12345678.90|cost=9876543.21|source=<i class=dp>Messe|"
                                + "expectedClose=2026-07-31|nextStep=Angebot mit %s durchgehen",
                        COMPANY, COMPANY, PERSON, PERSON)));
        both(pages, "/deals/{id}", deal);
        ada.post(
                deal + "/lines",
                form("text=%s, montiert und eingewiesen|quantity=2,5|price=12345,67|discount=3 %%", COMPANY));
        saved(ada.post("/price-books", form("name=Preise für %s|from=2026-01-01", LABEL)));
        pages.put("/price-books/{id}", "/price-books/1");
        ada.post("/deals", form("name=Ohne Betrag|type=new"));
        WebClient carlo = browsers.as("carlo");
        carlo.get("/revenue/new");
        saved(carlo.post(
                "/revenue", form("number=RE-2026-000000815|postedOn=2026-06-01|amount=9876543.21|note=%s", COMPANY)));
        pages.put("/revenue/{id}", "/revenue/1");
    }

    private void agreements(Map<String, String> pages) {
        WebClient mara = browsers.as("mara");
        mara.get("/glossary/mql/versions/new");
        Map<String, String> wording = form(
                "nameDe=MQL|nameEn=MQL|textDe=%s|textEn=%s|note=%s|"
                        + "rule=lead.fit in [\"A\", \"B\"] && has(lead.company_name) && lead.source != \"<i class=dp>\"",
                PERSON, COMPANY, COMPANY);
        pages.put("/glossary/{key}/versions/{number}", saved(mara.post("/glossary/mql/versions", wording)));
        mara.post("/glossary/lead/disputes", Map.of("text", "Is a visitor card from " + COMPANY + " a lead?"));
        pages.put("/glossary/{key}", "/glossary/lead");
        pages.put("/glossary/{key}/versions/new", "/glossary/sal/versions/new");
        pages.put("/kpis/{code}", "/kpis/K25");
        pages.put("/kpis/{code}/records", "/kpis/K17/records");
        pages.put("/targets/{code}", "/targets/K02");
    }

    private void meetings(Map<String, String> pages) {
        WebClient lena = browsers.as("lena");
        lena.get("/meetings/series/new");
        String people = "participants=2&participants=3&participants=5";
        saved(lena.post(
                "/meetings/series?" + people,
                form(
                        "name=Jour fixe %s|rhythm=weekly|day=4|date=2026-06-11|"
                                + "time=09:00|minutes=30|host=6|moderator=marketing|holidays=true",
                        COMPANY)));
        lena.send("PUT", "/meetings/1/proposals", Map.of());
        pages.put("/meetings/{id}", "/meetings/1");
        pages.put("/meetings/series/{id}", "/meetings/series/1");
    }

    private void imports(Map<String, String> pages) {
        WebClient mara = browsers.as("mara");
        mara.get("/imports");
        byte[] file = ("Kundennr;Firma;Ort\n1;" + COMPANY + ";Passau\n2;;Linz\n").getBytes(StandardCharsets.UTF_8);
        String draft =
                saved(mara.upload("/imports", "files", "firmen " + PERSON + ".csv", file, Map.of("system", LABEL)));
        pages.put("/imports/{id}/files/{fileId}", saved(mara.get(draft)));
        String done =
                saved(mara.upload("/imports", "files", "firmen " + PERSON + ".csv", file, Map.of("system", "neu")));
        String mapping = saved(mara.get(done));
        String text = "{\"object\":\"company\",\"columns\":[{\"column\":\"Firma\",\"field\":\"name\"}]}";
        mara.get(mapping);
        saved(mara.send("PUT", mapping + "/text", Map.of("text", text)));
        saved(mara.post(done + "/run", Map.of()));
        queue.runUntilIdle();
        pages.put("/imports/{id}", done);
    }

    /** {@code key=value|key=value} as a form; {@code %s} takes what follows. */
    private static Map<String, String> form(String fields, Object... values) {
        Map<String, String> form = new HashMap<>();
        for (String field : fields.formatted(values).split("\\|")) {
            form.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return form;
    }

    private static void both(Map<String, String> pages, String pattern, String address) {
        pages.put(pattern, address);
        pages.put(pattern + "/edit", address + "/edit");
    }

    /** Where a form that was accepted leads. */
    private static String saved(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(url -> url.replaceFirst("^https?://[^/]+", ""))
                .orElseThrow(() ->
                        new AssertionError(answer.request().method() + " " + answer.uri() + " " + complaint(answer)));
    }

    private static String complaint(HttpResponse<String> answer) {
        Matcher error = Pattern.compile("class=\"error\"[^>]*>([^<]*)").matcher(answer.body());
        return answer.statusCode() + (error.find() ? " " + error.group(1) : "");
    }

    private static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        if (!matcher.find()) throw new AssertionError("No " + pattern + " in " + page);
        return matcher.group();
    }
}
