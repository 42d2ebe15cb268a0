package doppelpass.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.PageRequest;
import doppelpass.core.TeamFunction;
import doppelpass.database.Sight;
import doppelpass.deals.Deals;
import doppelpass.identity.Person;
import doppelpass.leads.SomeContacts;
import doppelpass.news.Follows;
import doppelpass.notes.Notes;
import doppelpass.reach.Extent;
import doppelpass.reach.Reaches;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.timeline.views.HistoryEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens with a deal or a lead is found with its contact and its company, and with each other. */
@DoppelpassTest
class CircleTest {
    private final Histories histories;
    private final Activities activities;
    private final Deals deals;
    private final Notes notes;
    private final Follows follows;
    private final SomeContacts some;
    private final Reaches reaches;
    private final Cast cast;
    private final TestClock clock;
    private final TestBrowsers browsers;
    private final DSLContext db;
    private Subject contact = Subject.contact(0);
    private Subject company = Subject.company(0);
    private Subject lead = Subject.lead(0);
    private Subject deal = Subject.deal(0);

    CircleTest(
            Histories histories,
            Activities activities,
            Deals deals,
            Notes notes,
            Follows follows,
            SomeContacts some,
            Reaches reaches,
            Cast cast,
            TestClock clock,
            TestBrowsers browsers,
            DSLContext db) {
        this.histories = histories;
        this.activities = activities;
        this.deals = deals;
        this.notes = notes;
        this.follows = follows;
        this.some = some;
        this.reaches = reaches;
        this.cast = cast;
        this.clock = clock;
        this.browsers = browsers;
        this.db = db;
    }

    @BeforeEach
    void aCustomer() {
        clock.set(TestClock.START);
        contact = Subject.contact(some.complete());
        company = Subject.company(number("select company_id from contacts.contact where id = " + contact.id()));
        lead = lead();
        deal = deal(contact, lead, "mara");
    }

    @AfterEach
    void openAgain() {
        limit(Extent.ALL);
    }

    @Test
    void aCallLoggedOnADealsPageIsFoundWithItsContactItsCompanyAndItsLead() {
        WebClient svea = browsers.as("svea");
        var answer = svea.post("/activities", call(deal, "Wants two presses"));
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(deal.url());
        for (Subject page : List.of(deal, lead, contact, company)) {
            assertThat(svea.get(page.url()).body()).as(page.code()).containsOnlyOnce(">Wants two presses</p>");
            assertThat(histories.of(List.of(page), "call", first(20)).page().rows())
                    .extracting(HistoryEntry::about)
                    .containsExactly(new About(contact.id(), company.id(), lead.id(), deal.id(), null));
        }
    }

    @Test
    void whatADealDoesNotNameItsLeadDoes() {
        Subject bare = Subject.deal(insertDeal(null, null, lead, person("svea")));
        browsers.as("svea").post("/activities", call(bare, "Only the lead is known"));
        assertThat(histories.of(List.of(contact), "call", first(20)).page().rows())
                .extracting(HistoryEntry::about)
                .containsExactly(new About(contact.id(), company.id(), lead.id(), bare.id(), null));
    }

    @Test
    void aMeetingLoggedOnALeadIsFoundWithItsCompany() {
        browsers.as("svea").post("/activities", Map.of("about", lead.code(), "kind", "meeting", "outcome", "reached"));
        assertThat(histories.of(List.of(company), "meeting", first(20)).page().rows())
                .extracting(HistoryEntry::about)
                .containsExactly(new About(contact.id(), company.id(), lead.id(), null, null));
    }

    @Test
    void aNoteOnALeadAndAWinAreFoundOnEveryPageAroundThemAndSayWhereTheyBelong() {
        later();
        notes.write(lead, "Asks for references", person("svea"));
        later();
        deals.win(deal.id(), person("svea").id(), clock.instant());
        for (Subject page : List.of(contact, company, lead, deal))
            assertThat(kinds(page)).as(page.code()).contains("note", "won").doesNotHaveDuplicates();
        String body = browsers.as("svea").get("/history/" + contact.code()).body();
        assertThat(body)
                .contains("Deal won", "Asks for references")
                .contains("<a href=\"" + deal.url() + "\">Press line</a>")
                .containsPattern("<a href=\"" + lead.url() + "\">Lead Julia Kern\\d+</a>");
        assertThat(histories.of(List.of(company), "step", first(20)).page().rows())
                .extracting(HistoryEntry::kind)
                .as("the lead is won with its deal")
                .containsExactlyInAnyOrder("won", "WON", "created");
    }

    @Test
    void whoeverDoesNotSeeADealSeesNothingOfItWithItsContact() {
        own(contact, "svea");
        own(company, "svea");
        Subject seen = deal(contact, null, "svea");
        later();
        for (Subject each : List.of(deal, seen)) {
            notes.write(each, "Discount", person("mara"));
            activities.log(NewActivity.call(
                    About.of(each), person("mara").id(), NewActivity.Outcome.REACHED, clock.instant()));
            deals.win(each.id(), person("mara").id(), clock.instant());
        }
        limit(Extent.OWN);
        for (Subject page : List.of(contact, company)) {
            assertThat(as("svea", page)).containsExactlyInAnyOrder("won", "call", "note", "created");
            assertThat(as("mara", page).stream().filter(kind -> !kind.equals("WON")))
                    .contains("won", "call", "note", "created")
                    .hasSize(8);
        }
        assertThat(as("svea", deal)).isEmpty();
    }

    @Test
    void aCallOnADealIsSeenByItsOwnerThoughTheirContactAndLeadAreSomebodyElses() {
        own(contact, "mara");
        own(company, "mara");
        own(lead, "mara");
        Subject owned = Subject.deal(insertDeal(null, null, lead, person("svea")));
        activities.log(
                NewActivity.call(About.of(owned), person("mara").id(), NewActivity.Outcome.REACHED, clock.instant()));
        limit(Extent.OWN);
        assertThat(as("svea", owned)).contains("call");
        assertThat(as("svea", contact)).contains("call");
    }

    @Test
    void pagesOverAllOfThemHoldEachEntryOnce() {
        for (int i = 0; i < 12; i++) {
            if (i % 3 == 0) later();
            for (Subject each : List.of(contact, company, lead, deal)) {
                notes.write(each, "Note " + i, person("svea"));
                activities.log(NewActivity.call(
                        About.of(each), person("svea").id(), NewActivity.Outcome.REACHED, clock.instant()));
            }
        }
        List<HistoryEntry> read = new ArrayList<>();
        PageRequest request = first(7);
        History page = histories.of(List.of(company), "", request);
        while (true) {
            read.addAll(page.page().rows());
            if (page.page().next().isEmpty()) break;
            page = histories.of(
                    List.of(company), "", request.at(page.page().next().get()));
        }
        assertThat(read).extracting(HistoryEntry::key).doesNotHaveDuplicates();
        assertThat(read).filteredOn(entry -> entry.kind().equals("note")).hasSize(48);
        assertThat(read).filteredOn(entry -> entry.kind().equals("call")).hasSize(48);
        assertThat(read).extracting(HistoryEntry::occurredAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void ofVeryManyDealsTheLatestHundredAreToldOf() {
        db.execute(
                "insert into deals.deal (name, stage_id, contact_id, created_at, stage_since) select 'Old ' || n, 1, {0}, t, t"
                        + " from generate_series(1, 100) n, lateral (select {1}::timestamptz + n * interval '1 hour') t (t)",
                DSL.val(contact.id()), DSL.val(clock.instant().toString()));
        Subject latest = Subject.deal(number("select max(id) from deals.deal"));
        notes.write(deal, "Of the oldest", person("svea"));
        notes.write(latest, "Of the latest", person("svea"));
        assertThat(histories.of(List.of(contact), "note", first(20)).page().rows())
                .extracting(HistoryEntry::title)
                .containsExactly("Of the latest");
    }

    @Test
    void aCallOnADealIsNoNewsForWhoeverFollowsItsContactAndNeedNotSeeIt() {
        follows.follow(contact, person("svea"));
        follows.follow(deal, person("lena"));
        activities.log(
                NewActivity.call(About.of(deal), person("mara").id(), NewActivity.Outcome.REACHED, clock.instant()));
        assertThat(number("select count(*) from news.item where person_id = "
                        + person("svea").id()))
                .isZero();
        assertThat(number("select count(*) from news.item where person_id = "
                        + person("lena").id()))
                .isOne();
    }

    private List<String> as(String reader, Subject page) {
        return Sight.with(reaches.sight(person(reader)), () -> kinds(page));
    }

    private List<String> kinds(Subject page) {
        return histories.of(List.of(page), "", first(200)).page().rows().stream()
                .map(HistoryEntry::kind)
                .toList();
    }

    private static PageRequest first(int size) {
        return PageRequest.first("occurred", true, size);
    }

    private static Map<String, String> call(Subject about, String note) {
        return Map.of("about", about.code(), "kind", "call", "outcome", "reached", "note", note);
    }

    private Subject lead() {
        return Subject.lead(number("insert into leads.lead (contact_id, company_id, state, created_at, state_since)"
                + " values (" + contact.id() + ", " + company.id() + ", 'OPPORTUNITY', now(), now()) returning id"));
    }

    private Subject deal(Subject of, @Nullable Subject from, String owner) {
        Subject opened = Subject.deal(insertDeal(of, company, from, person(owner)));
        db.execute("insert into deals.event (deal_id, kind, stage_id, amount_minor, occurred_at) select id, 'created',"
                + " stage_id, amount_minor, created_at from deals.deal where id = " + opened.id());
        return opened;
    }

    private long insertDeal(@Nullable Subject of, @Nullable Subject at, @Nullable Subject from, Person owner) {
        String ids = Stream.of(of, at, from)
                .map(subject -> subject == null ? "null" : Long.toString(subject.id()))
                .collect(Collectors.joining(", "));
        return number("insert into deals.deal (name, stage_id, amount_minor, contact_id, company_id, lead_id, owner_id,"
                + " created_at, stage_since) values ('Press line', (select min(id) from deals.stage where kind = 'open'),"
                + " 100000, " + ids + ", " + owner.id() + ", timestamptz '" + clock.instant() + "', timestamptz '"
                + clock.instant() + "') returning id");
    }

    private void own(Subject record, String owner) {
        String table = record.kind() == Subject.Kind.LEAD
                ? "leads.lead"
                : "contacts." + record.kind().code();
        db.execute("update " + table + " set owner_id = " + person(owner).id() + " where id = " + record.id());
    }

    private void limit(Extent extent) {
        reaches.set(
                Map.of(
                        TeamFunction.SALES,
                        Stream.of("company", "contact", "lead", "deal")
                                .collect(Collectors.toMap(Function.identity(), kind -> extent))),
                person("ada"));
    }

    private void later() {
        clock.advance(Duration.ofHours(1));
    }

    private Person person(String name) {
        return cast.person(name);
    }

    private long number(String sql) {
        return Objects.requireNonNull(db.fetchSingle(sql).get(0, Long.class));
    }
}
