package doppelpass.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import doppelpass.bin.Deletions;
import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.contacts.ContactDetails;
import doppelpass.contacts.Contacts;
import doppelpass.duplicates.References.Reference;
import doppelpass.identity.Person;
import doppelpass.leads.Leads;
import doppelpass.leads.NewLead;
import doppelpass.tags.Tags;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records become one and are taken apart again. */
@DoppelpassTest
class MergeTest {
    private final Merges merges;
    private final List<Matched> kinds;
    private final References references;
    private final SomeRows rows;
    private final Contacts contacts;
    private final Companies companies;
    private final Leads leads;
    private final Tags tags;
    private final Deletions deletions;
    private final TestBrowsers browsers;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;

    MergeTest(
            Merges merges,
            List<Matched> kinds,
            References references,
            SomeRows rows,
            Contacts contacts,
            Companies companies,
            Leads leads,
            Tags tags,
            Deletions deletions,
            TestBrowsers browsers,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.merges = merges;
        this.kinds = kinds;
        this.references = references;
        this.rows = rows;
        this.contacts = contacts;
        this.companies = companies;
        this.leads = leads;
        this.tags = tags;
        this.deletions = deletions;
        this.browsers = browsers;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        clock.set(TestClock.START);
    }

    @Test
    void whateverPointsToARecordMovesAndComesBackByteForByte() {
        Random random = new Random(20261126);
        for (Matched matched : kinds) {
            for (int round = 0; round < 3; round++) {
                List<Long> ids = records(matched, random);
                long winner = ids.getFirst();
                List<Long> losers = ids.subList(1, ids.size());
                references.to(matched).forEach(reference -> rows.pointing(reference, losers.getFirst()));
                Map<String, String> before = everything(matched);
                Map<String, Long> choices = new HashMap<>();
                matched.parts().forEach(part -> choices.put(part.name(), ids.get(random.nextInt(ids.size()))));
                Map<Long, List<String>> texts = texts(matched, ids);
                long merge = merges.merge(new Subject(matched.kind(), winner), losers, choices, mara());
                assertThat(pointing(matched, losers))
                        .as("still pointing to a loser")
                        .isEmpty();
                chosen(matched, winner, choices, texts);
                merges.undo(merge, mara());
                assertThat(everything(matched)).isEqualTo(before);
                cast.enter();
            }
        }
    }

    @Test
    void noColumnThatPointsToRecordsIsForgotten() {
        for (Matched matched : kinds) {
            String column = matched.kind().code() + "_id";
            TreeSet<String> known = references.to(matched).stream()
                    .map(r -> r.table() + "." + r.column())
                    .collect(Collectors.toCollection(TreeSet::new));
            List<String> named = db.fetch("""
                    select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                    join information_schema.tables using (table_schema, table_name)
                    where table_type = 'BASE TABLE' and column_name = ? and table_schema not in ('information_schema', 'pg_catalog')""", column).into(String.class);
            assertThat(known)
                    .as("columns called " + column + ": plug timeline.Moves for those without a foreign key")
                    .containsAll(named);
            assertThat(known).contains("tags.tagging.record_id").doesNotContain("bin.deleted.record_id");
        }
        assertThat(references.to(kinds.getFirst()).stream().map(Reference::table))
                .contains("leads.lead", "leads.handover", "deals.deal", "timeline.touchpoint", "timeline.activity");
    }

    @Test
    void threeBecomeOneWithWhatEachKnew() {
        long first = contacts.add(ContactDetails.of("Petra", "Kern", "petra@kern.test"));
        long second = contacts.add(new ContactDetails(
                null,
                "Kern GmbH",
                "Petra",
                "Kern",
                null,
                "+4985112345",
                null,
                "CEO",
                "DE",
                null,
                "consent",
                "no",
                "yes",
                null,
                "Met at the fair"));
        long third = contacts.add(new ContactDetails(
                null,
                null,
                "P.",
                "Kern",
                null,
                null,
                "+4917012345",
                null,
                null,
                null,
                null,
                "yes",
                "unknown",
                null,
                "Likes tea"));
        tags.tag("contact", first, "VIP", mara());
        tags.tag("contact", second, "vip, Nord", mara());
        long lead = lead(third);
        long merge = merges.merge(
                Subject.contact(first),
                List.of(second, third),
                Map.of("phone", second, "mobile", third, "company_id", second, "may_mail", second, "note", Merges.ALL),
                mara());
        ContactDetails one = contacts.find(first).orElseThrow().details();
        assertThat(one.phone()).isEqualTo("+4985112345");
        assertThat(one.mobile()).isEqualTo("+4917012345");
        assertThat(one.companyText()).isEqualTo("Kern GmbH");
        assertThat(one.mayMail()).isEqualTo("no");
        assertThat(one.jobTitle()).as("not chosen").isNull();
        assertThat(one.note()).isEqualTo("Met at the fair\n\nLikes tea");
        assertThat(tags.of("contact", first)).containsExactly("Nord", "VIP");
        assertThat(leads.get(lead).contactId()).isEqualTo(first);
        assertThat(browsers.as("mara").get("/contacts/" + third).headers().firstValue("location"))
                .hasValueSatisfying(url -> assertThat(url).endsWith("/contacts/" + first));
        assertThat(contacts.find(third)).isEmpty();
        merges.undo(merge, mara());
        assertThat(leads.get(lead).contactId()).isEqualTo(third);
        assertThat(tags.of("contact", second)).containsExactly("Nord", "VIP");
        assertThat(tags.of("contact", first)).containsExactly("VIP");
        assertThat(browsers.as("mara").get("/contacts/" + third).statusCode()).isEqualTo(200);
        refused("duplicates.error.tooLate", () -> merges.undo(merge, mara()));
    }

    @Test
    void undoLeavesAloneWhatPeopleChangedSince() {
        long first = contacts.add(ContactDetails.of("Petra", "Kern", "petra@kern.test"));
        long second = contacts.add(ContactDetails.of("Petra", "Korn", null));
        long merge = merges.merge(Subject.contact(first), List.of(second), Map.of("last_name", second), mara());
        assertThat(contacts.find(first).orElseThrow().details().lastName()).isEqualTo("Korn");
        contacts.change(first, ContactDetails.of("Petra-Maria", "Korn", "petra@kern.test"));
        long lead = lead(first);
        merges.undo(merge, mara());
        assertThat(contacts.find(first).orElseThrow().details().name()).isEqualTo("Petra-Maria Kern");
        assertThat(leads.get(lead).contactId()).isEqualTo(first);
        assertThat(contacts.find(second).orElseThrow().details().name()).isEqualTo("Petra Korn");
    }

    @Test
    void twoRunningLeadsOfOneProductLineAreRefusedWithReason() {
        long first = contacts.add(ContactDetails.of("Petra", "Kern", null));
        long second = contacts.add(ContactDetails.of("Petra", "Korn", null));
        lead(first);
        lead(second);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> merges.merge(Subject.contact(first), List.of(second), Map.of(), mara()))
                .satisfies(r -> assertThat(r.text(java.util.Locale.ENGLISH))
                        .contains("running leads in the same product line"));
        assertThat(contacts.find(second)).isPresent();
        refused(
                "duplicates.error.right",
                () -> merges.merge(Subject.contact(first), List.of(second), Map.of(), cast.person("carlo")));
        refused("duplicates.error.count", () -> merges.merge(Subject.contact(first), List.of(first), Map.of(), mara()));
        refused(
                "duplicates.error.gone",
                () -> merges.merge(Subject.contact(first), List.of(987_654L), Map.of(), mara()));
    }

    @Test
    void noCompanyStandsAboveItselfAfterAMerge() {
        long top = companies.add(CompanyDetails.of("Kern Holding"));
        long middle = companies.add(under("Kern Mitte", top));
        long bottom = companies.add(under("Kern Werk", middle));
        long merge = merges.merge(Subject.company(bottom), List.of(top), Map.of(), mara());
        assertThat(companies.find(middle).orElseThrow().details().parentId()).isEqualTo(bottom);
        assertThat(companies.find(bottom).orElseThrow().details().parentId()).isNull();
        merges.undo(merge, mara());
        assertThat(companies.find(middle).orElseThrow().details().parentId()).isEqualTo(top);
        assertThat(companies.find(bottom).orElseThrow().details().parentId()).isEqualTo(middle);
    }

    @Test
    void mergesOfMergesAreUndoneInTurnAndOldNumbersLeadOn() {
        long a = contacts.add(ContactDetails.of("Petra", "A", null));
        long b = contacts.add(ContactDetails.of("Petra", "B", null));
        long c = contacts.add(ContactDetails.of("Petra", "C", null));
        long lead = lead(c);
        deletions.delete(Subject.lead(lead), mara());
        WebClient browser = browsers.as("mara");
        browser.post("/activities", Map.of("about", "contact-" + c, "kind", "call"));
        browser.post("/tasks", Map.of("title", "Call Petra", "about", "contact-" + c));
        long call = number("select max(id) from timeline.activity");
        long task = number("select max(id) from tasks.task");
        browser.send("PUT", "/bin/activity-" + call, Map.of());
        browser.send("PUT", "/bin/task-" + task, Map.of());
        long first = merges.merge(Subject.contact(b), List.of(c), Map.of(), mara());
        long second = merges.merge(Subject.contact(a), List.of(b), Map.of(), mara());
        assertThat(merges.successor(Subject.contact(c))).contains(Subject.contact(a));
        browser.send("DELETE", "/bin/activity-" + call, Map.of());
        browser.send("DELETE", "/bin/task-" + task, Map.of());
        assertThat(number("select contact_id from timeline.activity where id = " + call))
                .isEqualTo(a);
        assertThat(number("select record_id from tasks.task where id = " + task))
                .isEqualTo(a);
        deletions.restore(Subject.lead(lead), mara());
        assertThat(leads.get(lead).contactId()).as("out of the bin").isEqualTo(a);
        refused("duplicates.error.winnerGone", () -> merges.undo(first, mara()));
        merges.undo(second, mara());
        assertThat(merges.successor(Subject.contact(c))).contains(Subject.contact(b));
        merges.undo(first, mara());
        assertThat(merges.successor(Subject.contact(c))).isEmpty();
        assertThat(contacts.find(c)).isPresent();
    }

    @Test
    void afterAMonthAMergeIsForGood() {
        long a = contacts.add(ContactDetails.of("Petra", "A", null));
        long b = contacts.add(ContactDetails.of("Petra", "B", null));
        long merge = merges.merge(Subject.contact(a), List.of(b), Map.of(), mara());
        merges.forget(TestClock.START.plus(Duration.ofDays(31)).minus(Merge.KEPT));
        refused("duplicates.error.tooLate", () -> merges.undo(merge, mara()));
        assertThat(merges.successor(Subject.contact(b))).contains(Subject.contact(a));
    }

    private List<Long> records(Matched matched, Random random) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ids.add(
                    matched.kind() == Subject.Kind.CONTACT
                            ? contacts.add(new ContactDetails(
                                    null,
                                    "Firm " + random.nextInt(),
                                    "Petra " + random.nextInt(),
                                    "Ö'Kern",
                                    "p" + random.nextInt() + "@kern.test",
                                    "+49851" + i,
                                    random.nextBoolean() ? "+49170" + i : null,
                                    "CEO",
                                    "DE",
                                    "Fair",
                                    "consent",
                                    "yes",
                                    "no",
                                    mara().id(),
                                    "Note \"" + i + "\"\n\\"))
                            : companies.add(new CompanyDetails(
                                    "Kern " + random.nextInt(),
                                    "kern" + i + ".test",
                                    "https://kern.test",
                                    "+49851" + i,
                                    "gears",
                                    i,
                                    "Street " + i,
                                    "94032",
                                    "Passau",
                                    "DE",
                                    "DE" + i,
                                    "A",
                                    null,
                                    mara().id(),
                                    "Note " + i)));
        }
        Collections.shuffle(ids, random);
        return ids;
    }

    private Map<Long, List<String>> texts(Matched matched, List<Long> ids) {
        Map<Long, List<String>> texts = new HashMap<>();
        for (long id : ids) {
            texts.put(
                    id,
                    matched.parts().stream()
                            .map(part -> String.valueOf(db.fetchValue("select (" + String.join(", ", part.columns())
                                    + ")::text from " + matched.table() + " where id = " + id)))
                            .toList());
        }
        return texts;
    }

    private void chosen(Matched matched, long winner, Map<String, Long> choices, Map<Long, List<String>> texts) {
        List<String> now = texts(matched, List.of(winner)).getOrDefault(winner, List.of());
        for (int i = 0; i < matched.parts().size(); i++) {
            long from = choices.getOrDefault(matched.parts().get(i).name(), -1L);
            if (matched.parts().get(i).name().equals("parent_id")) continue; // a row above itself stands at the top
            assertThat(now.get(i))
                    .as(matched.parts().get(i).name())
                    .isEqualTo(texts.getOrDefault(from, List.of()).get(i));
        }
    }

    /** Every row of every table that points to this kind, and of the kind itself. */
    private Map<String, String> everything(Matched matched) {
        Map<String, String> everything = new TreeMap<>();
        TreeSet<String> tables = new TreeSet<>(List.of(matched.table()));
        references.to(matched).forEach(r -> tables.add(r.table()));
        tables.forEach(table -> everything.put(
                table,
                db.fetchSingle("select string_agg(to_jsonb(t)::text, E'\\n' order by to_jsonb(t)::text) from " + table
                                + " t")
                        .get(0, String.class)));
        return everything;
    }

    private List<String> pointing(Matched matched, List<Long> losers) {
        return references.to(matched).stream()
                .filter(r -> db.fetchSingle(
                                "select exists (select from " + r.table() + " where " + r.column() + " = any(?)"
                                        + (r.kind() == null ? ")" : " and kind = '" + r.kind() + "')"),
                                (Object) losers.toArray(Long[]::new))
                        .get(0, Boolean.class))
                .map(Reference::toString)
                .toList();
    }

    private static CompanyDetails under(String name, long parent) {
        return new CompanyDetails(
                name, null, null, null, null, null, null, null, null, null, null, "unknown", parent, null, null);
    }

    private long lead(long contact) {
        return leads.create(new NewLead(contact, null, "gears", "Fair", "event", null, null, TestClock.START), mara());
    }

    private Person mara() {
        return cast.person("mara");
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private long number(String sql) {
        return db.fetchSingle(sql).get(0, Long.class);
    }
}
