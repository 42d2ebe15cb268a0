package doppelpass.lists;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.glossary.Glossary;
import doppelpass.glossary.Wording;
import doppelpass.identity.Person;
import doppelpass.leads.LeadState;
import doppelpass.leads.Leads;
import doppelpass.leads.NewLead;
import doppelpass.leads.SomeContacts;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.web.Refusal;
import doppelpass.work.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records written together become what each becomes that is written alone. */
@DoppelpassTest
class BulkTogetherTest {
    private static final Map<String, List<String>> CONTACTS = Map.ofEntries(
            Map.entry("first_name", List.of("Ada", "")),
            Map.entry("last_name", List.of("Ohm", "")),
            Map.entry("job_title", List.of("Head of  purchasing", "", "Ä".repeat(300))),
            Map.entry("company", List.of("kern gmbh", "Nowhere Ltd", "")),
            Map.entry("mail", List.of("Ada@Kunde.TEST", "no mail", "")),
            Map.entry("phone", List.of("0751 123456", "+43 1 5130", "nonsense", "")),
            Map.entry("country", List.of("AT", "Österreich", "Nirgendwo", "")),
            Map.entry("source", List.of("Fair", "")),
            Map.entry("basis", List.of("consent", "")),
            Map.entry("may_call", List.of("no")),
            Map.entry("owner", List.of("mara", "")));

    private static final Map<String, List<String>> COMPANIES = Map.ofEntries(
            Map.entry("name", List.of("Welle AG")),
            Map.entry("fit", List.of("A", "unknown")),
            Map.entry("employees", List.of("1200", "many", "")),
            Map.entry("website", List.of("https://www.welle.test/shop", "")),
            Map.entry("phone", List.of("0751 123456", "nonsense")),
            Map.entry("vat_id", List.of("DE136695976", "DE136695975", "")),
            Map.entry("country", List.of("AT", "Nirgendwo")),
            Map.entry("parent", List.of("Kern GmbH", "Nowhere Ltd", "")),
            Map.entry("owner", List.of("mara", "")));

    private final TestBrowsers browsers;
    private final SomeContacts contacts;
    private final Leads leads;
    private final Glossary glossary;
    private final Queue queue;
    private final Lists lists;
    private final Deeds deeds;
    private final DSLContext db;
    private final Cast cast;
    private WebClient marasBrowser;

    BulkTogetherTest(
            TestBrowsers browsers,
            SomeContacts contacts,
            Leads leads,
            Glossary glossary,
            Queue queue,
            Lists lists,
            Deeds deeds,
            DSLContext db,
            Cast cast) {
        this.browsers = browsers;
        this.contacts = contacts;
        this.leads = leads;
        this.glossary = glossary;
        this.queue = queue;
        this.lists = lists;
        this.deeds = deeds;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        marasBrowser = browsers.as("mara");
        insert("insert into contacts.company (name, created_at) values ('Kern GmbH', now()) returning id");
    }

    @Test
    void contacts() {
        CONTACTS.forEach((column, values) -> values.forEach(
                value -> same("contacts", "contacts.contact", column, meant(value), somePeople(), somePeople())));
    }

    @Test
    void companies() {
        COMPANIES.forEach((column, values) -> values.forEach(
                value -> same("companies", "contacts.company", column, meant(value), someFirms(), someFirms())));
    }

    @Test
    void whatIsKnownOfManyContactsQualifiesTheirLeads() {
        agree("lead.contact.source == \"Fair\"");
        queue.runUntilIdle();
        List<Long> people =
                IntStream.range(0, 5).mapToObj(i -> contacts.complete()).toList();
        List<Long> open = people.stream().map(this::lead).toList();
        long other = lead(contacts.complete());
        bulk("contacts", people, "source", "Website");
        assertThat(open).allSatisfy(id -> assertThat(leads.get(id).state()).isEqualTo(LeadState.OPEN));
        bulk("contacts", people, "source", "Fair");
        assertThat(open).allSatisfy(id -> assertThat(leads.get(id).state()).isEqualTo(LeadState.MQL));
        assertThat(leads.get(other).state()).isEqualTo(LeadState.OPEN);
    }

    private void same(String list, String table, String column, String value, List<Long> together, List<Long> alone) {
        String report = bulk(list, together, column, value);
        long refused =
                alone.stream().filter(id -> refuses(list, id, column, value)).count();
        assertThat(rows(table, together)).as(column + " = " + value).isEqualTo(rows(table, alone));
        assertThat(signs(list, together)).as("recognised by").isEqualTo(signs(list, alone));
        assertThat(report).as(column + " = " + value).contains(refused + " refused");
    }

    /** Without what is each record's own. */
    private List<String> rows(String table, List<Long> ids) {
        return db.fetch(
                        "select (to_jsonb(r) - '{id,created_at,updated_at,recorded_at}'::text[])::text from " + table
                                + " r where id = any(?) order by id",
                        (Object) ids.toArray(Long[]::new))
                .into(String.class);
    }

    private List<String> signs(String list, List<Long> ids) {
        return db.fetch(
                        "select array_position(?::bigint[], record_id) || ' ' || place || ' ' || key from duplicates.sign"
                                + " where kind = ? and record_id = any(?) order by 1",
                        ids.toArray(Long[]::new),
                        list.equals("contacts") ? "contact" : "company",
                        ids.toArray(Long[]::new))
                .into(String.class);
    }

    private String bulk(String list, List<Long> ids, String column, String value) {
        var asked = marasBrowser.post(
                "/lists/" + list + "/bulk?ids="
                        + ids.stream().map(String::valueOf).collect(Collectors.joining("&ids=")),
                Map.of("column", column, "value", value));
        String page = asked.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError(asked.body()))
                .replaceFirst("https?://[^/]+", "");
        marasBrowser.send("PUT", page + "/run", Map.of());
        queue.runUntilIdle();
        return marasBrowser.get(page).body();
    }

    private boolean refuses(String list, long id, String column, String value) {
        Person mara = cast.person("mara");
        Deed deed = deeds.of(lists.list(list, mara), column, mara);
        try {
            if (!value.equals(deed.stored(List.of(id)).get(id))) deed.set(id, value);
            return false;
        } catch (Refusal refusal) {
            return true;
        }
    }

    private String meant(String value) {
        return value.equals("mara") ? Long.toString(cast.person("mara").id()) : value;
    }

    private List<Long> somePeople() {
        List<Long> people = new ArrayList<>();
        for (String last : List.of("Kern", "", "Volt")) {
            people.add(insert("insert into contacts.contact (first_name, last_name, mail, phone, created_at) values ("
                    + (last.equals("Volt")
                            ? "'Julia', '', null, '+49751999'"
                            : "'', '" + last + "', 'julia@kunde.test', null")
                    + ", now()) returning id"));
        }
        return people;
    }

    private List<Long> someFirms() {
        return List.of(
                insert("insert into contacts.company (name, country, website, domain, created_at)"
                        + " values ('Ohm KG', 'DE', 'www.ohm.test', 'ohm.test', now()) returning id"),
                insert(
                        "insert into contacts.company (name, employees, created_at) values ('Volt', 12, now()) returning id"));
    }

    private long insert(String sql) {
        return db.fetchSingle(sql).get(0, Long.class);
    }

    private long lead(long contact) {
        long id = leads.create(
                new NewLead(contact, null, "gears", "Website", "event", null, null, TestClock.START),
                cast.person("mara"));
        leads.move(id, LeadState.OPEN, cast.person("mara"), TestClock.START);
        return id;
    }

    /** On the pages: another definition of the MQL, signed by both teams. */
    private void agree(String rule) {
        Wording old = glossary.get("mql").shown().wording();
        String page = marasBrowser
                .post(
                        "/glossary/mql/versions",
                        Map.of(
                                "nameDe", old.nameDe(),
                                "nameEn", old.nameEn(),
                                "textDe", old.textDe(),
                                "textEn", old.textEn(),
                                "rule", rule,
                                "note", "wider"))
                .headers()
                .firstValue("Location")
                .map(location -> location.substring(location.indexOf("/glossary/")))
                .orElseThrow();
        marasBrowser.send("PUT", page + "/signatures/marketing", Map.of());
        browsers.as("stefan").send("PUT", page + "/signatures/sales", Map.of());
    }
}
