package doppelpass.bin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import doppelpass.identity.Person;
import doppelpass.leads.Handovers;
import doppelpass.leads.Leads;
import doppelpass.leads.NewLead;
import doppelpass.leads.Offer;
import doppelpass.leads.SomeContacts;
import doppelpass.lists.plug.Removable;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.timeline.Subject;
import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import doppelpass.work.Queue;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deleted records and their way back, one by one and many at once. */
@DoppelpassTest
class BinTest {
    private final Deletions deletions;
    private final List<Deletable> deletables;
    private final List<Removable> removables;
    private final Emptying emptying;
    private final Family family;
    private final Leads leads;
    private final Handovers handovers;
    private final SomeContacts contacts;
    private final TestBrowsers browsers;
    private final Queue queue;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;

    BinTest(
            Deletions deletions,
            List<Deletable> deletables,
            List<Removable> removables,
            Emptying emptying,
            Family family,
            Leads leads,
            Handovers handovers,
            SomeContacts contacts,
            TestBrowsers browsers,
            Queue queue,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.deletions = deletions;
        this.deletables = deletables;
        this.removables = removables;
        this.emptying = emptying;
        this.family = family;
        this.leads = leads;
        this.handovers = handovers;
        this.contacts = contacts;
        this.browsers = browsers;
        this.queue = queue;
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
    void aLeadComesBackWithEverythingItHad() {
        long lead = lead(contacts.complete());
        long pass = handovers.offer(lead, new Offer("price_request", null, "mql v1"), mara(), TestClock.START);
        String before = rows(lead);
        assertThat(before).contains("price_request", "\"state\": \"NEW\"");
        deletions.delete(Subject.lead(lead), mara());
        assertThat(rows(lead)).doesNotContain("price_request", "\"id\": " + lead);
        assertThat(handovers.find(pass)).isEmpty();
        assertThat(browsers.as("mara").get("/leads/" + lead).statusCode()).isEqualTo(404);
        deletions.restore(Subject.lead(lead), mara());
        assertThat(rows(lead)).isEqualTo(before);
        refused("bin.error.notThere", () -> deletions.restore(Subject.lead(lead), mara()));
    }

    @Test
    void whatOthersRestOnStaysAndSaysWhy() {
        long contact = contacts.complete();
        long first = lead(contact);
        deletions.delete(Subject.lead(first), mara());
        lead(contact);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> deletions.delete(Subject.contact(contact), mara()))
                .satisfies(refusal -> assertThat(refusal.text(Locale.ENGLISH)).contains("rest on it: Leads: 1."));
        long company = db.fetchSingle("select company_id from contacts.contact where id = ?", contact)
                .get(0, Long.class);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> deletions.delete(Subject.company(company), mara()))
                .satisfies(refusal -> assertThat(refusal.text(Locale.ENGLISH)).contains("Contacts: 1"));
        assertThat(browsers.as("mara").get("/contacts/" + contact).statusCode()).isEqualTo(200);
    }

    @Test
    void whatCannotComeBackStaysInTheBin() {
        long lead = lead(contacts.complete());
        long contact = db.fetchSingle("select contact_id from leads.lead where id = ?", lead)
                .get(0, Long.class);
        deletions.delete(Subject.lead(lead), mara());
        deletions.delete(Subject.contact(contact), mara());
        refused("bin.error.taken", () -> deletions.restore(Subject.lead(lead), mara()));
        deletions.restore(Subject.contact(contact), mara());
        deletions.restore(Subject.lead(lead), mara());
        assertThat(leads.get(lead).contactId()).isEqualTo(contact);
    }

    @Test
    void afterAMonthTheBinIsEmptied() {
        long kept = lead(contacts.complete());
        long gone = lead(contacts.complete());
        deletions.delete(Subject.lead(gone), mara());
        clock.set(TestClock.START.plus(Duration.ofDays(2)));
        deletions.delete(Subject.lead(kept), mara());
        clock.set(TestClock.START.plus(Duration.ofDays(31)));
        emptying.empty();
        refused("bin.error.notThere", () -> deletions.restore(Subject.lead(gone), mara()));
        deletions.restore(Subject.lead(kept), mara());
    }

    @Test
    void manyAreDeletedAtOnceReportedAndPutBack() {
        long free = contacts.complete();
        long held = contacts.complete();
        lead(held);
        WebClient mara = browsers.as("mara");
        String page = location(mara.post(
                "/lists/contacts/bulk", Map.of("all", "yes", "column", "*", "q", "@kunde.test", "value", "")));
        int all = db.fetchCount(db.select().from("contacts.contact where mail like '%@kunde.test'"));
        assertThat(mara.get(page).body()).contains("Delete " + all + " records", "lie in the bin for 30 days");
        mara.send("PUT", page + "/run", Map.of());
        queue.runUntilIdle();
        assertThat(mara.get(page).body())
                .contains("1 deleted, 0 were gone already, " + (all - 1) + " refused", "Leads: 1");
        assertThat(mara.get("/contacts/" + free).statusCode()).isEqualTo(404);
        assertThat(mara.get("/contacts/" + held).statusCode()).isEqualTo(200);
        String undo = location(mara.post(page + "/undo", Map.of()));
        queue.runUntilIdle();
        assertThat(mara.get(undo).body()).contains("1 deleted records are put back", "1 changed");
        assertThat(mara.get("/contacts/" + free).statusCode()).isEqualTo(200);
    }

    @Test
    void thePageOfTheBinShowsWhoDeletedAndLetsOnlyWritersPutBack() {
        long lead = lead(contacts.complete());
        String code = "lead-" + lead;
        WebClient mara = browsers.as("mara");
        assertThat(mara.get("/leads/" + lead).body()).contains("action=\"/bin/" + code + "\"");
        String answer = location(mara.send("PUT", "/bin/" + code, Map.of()));
        assertThat(mara.get(answer).body()).contains("is in the bin.", "Mara", "action=\"/bin/" + code + "\"");
        assertThat(browsers.as("carlo").get("/bin").statusCode()).isEqualTo(403);
        assertThat(browsers.as("carlo").send("DELETE", "/bin/" + code, Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(mara.get("/bin?kind=contact").body()).doesNotContain("/bin/" + code);
        mara.send("DELETE", "/bin/" + code, Map.of());
        assertThat(mara.get("/leads/" + lead).statusCode()).isEqualTo(200);
        assertThat(mara.get("/leads/" + lead).body()).contains("Julia");
    }

    @Test
    void everythingThatCanRestOnARecordHasANameInBothLanguages() {
        deletables.forEach(deletable -> deletable
                .tables()
                .values()
                .forEach(table -> family.resters(table)
                        .forEach(rester -> assertThat(Messages.has("bin.held." + rester))
                                .as(rester)
                                .isTrue())));
        removables.forEach(removable -> {
            assertThat(Messages.has("bin.kinds." + removable.subject())).isTrue();
            assertThat(family.resters(removable.table()))
                    .allSatisfy(rester -> assertThat(Messages.has("bin.held." + rester))
                            .as(rester)
                            .isTrue());
        });
        assertThat(family.resters("timeline.activity")).contains("gates.answer");
        assertThat(family.resters("contacts.contact")).contains("leads.lead", "leads.handover", "deals.deal");
    }

    private String rows(long lead) {
        return db.fetchSingle("""
                        select jsonb_build_object('lead', (select jsonb_agg(to_jsonb(l)) from leads.lead l where id = {0}),
                          'entries', (select jsonb_agg(to_jsonb(e) order by id) from leads.entry e where lead_id = {0}),
                          'passes', (select jsonb_agg(to_jsonb(h) order by id) from leads.handover h where lead_id = {0}),
                          'protocol', (select jsonb_agg(to_jsonb(x) order by x.id) from leads.handover_event x
                             join leads.handover h on h.id = x.handover_id where h.lead_id = {0}))::text""", org.jooq.impl.DSL.val(lead)).get(0, String.class);
    }

    private long lead(long contact) {
        return leads.create(new NewLead(contact, null, "gears", "Fair", "event", null, null, TestClock.START), mara());
    }

    private Person mara() {
        return cast.person("mara");
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError(answer.body()))
                .replaceFirst("https?://[^/]+", "");
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
