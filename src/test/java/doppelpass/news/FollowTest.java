package doppelpass.news;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.deals.DealDetails;
import doppelpass.deals.DealType;
import doppelpass.deals.Deals;
import doppelpass.deals.LossReason;
import doppelpass.deals.Pipelines;
import doppelpass.identity.Person;
import doppelpass.leads.Handover;
import doppelpass.leads.Handovers;
import doppelpass.leads.SomeContacts;
import doppelpass.leads.TeamPass;
import doppelpass.leads.TeamPasses;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.TestMailServer;
import doppelpass.testing.WebClient;
import doppelpass.timeline.About;
import doppelpass.timeline.Activities;
import doppelpass.timeline.NewActivity;
import doppelpass.timeline.Subject;
import doppelpass.work.Queue;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class FollowTest {
    private final Follows follows;
    private final News news;
    private final Deals deals;
    private final Pipelines pipelines;
    private final Activities activities;
    private final TeamPasses teamPasses;
    private final Handovers handovers;
    private final SomeContacts contacts;
    private final TestBrowsers browsers;
    private final TestMailServer mail;
    private final Queue queue;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;

    FollowTest(
            Follows follows,
            News news,
            Deals deals,
            Pipelines pipelines,
            Activities activities,
            TeamPasses teamPasses,
            Handovers handovers,
            SomeContacts contacts,
            TestBrowsers browsers,
            TestMailServer mail,
            Queue queue,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.follows = follows;
        this.news = news;
        this.deals = deals;
        this.pipelines = pipelines;
        this.activities = activities;
        this.teamPasses = teamPasses;
        this.handovers = handovers;
        this.contacts = contacts;
        this.browsers = browsers;
        this.mail = mail;
        this.queue = queue;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void stage() {
        cast.enter();
        clock.set(TestClock.START);
        mail.start();
    }

    @AfterEach
    void silence() {
        mail.stop();
    }

    @Test
    void whatHappensToAFollowedDealIsToldOnceAndOwnActionsCountAsRead() {
        long deal = deal();
        Person lena = cast.person("lena");
        Person svea = cast.person("svea");
        follows.follow(Subject.deal(deal), lena);
        follows.follow(Subject.deal(deal), svea);
        long second = pipelines.all().getFirst().stages().get(1).id();
        clock.advance(Duration.ofMinutes(1));
        deals.move(deal, second, svea.id(), clock.instant());
        clock.advance(Duration.ofMinutes(1));
        activities.log(NewActivity.call(
                About.of(Subject.deal(deal)), svea.id(), NewActivity.Outcome.REACHED, clock.instant()));
        clock.advance(Duration.ofMinutes(1));
        deals.lose(deal, LossReason.PRICE, "too dear", lena.id(), clock.instant());

        String page = browsers.as("lena").get("/news").body();
        assertThat(page)
                .contains("2 unread", "Svea Sales moved the deal to", "Svea Sales logged a call")
                .contains("Lena Lead closed the deal as lost: Price or budget", "too dear");
        assertThat(page.indexOf("closed the deal")).as("newest first").isLessThan(page.indexOf("moved the deal"));
        assertThat(browsers.as("svea").get("/news").body()).contains("1 unread");
        assertThat(unread("mara")).as("who does not follow hears nothing").isZero();
        follows.unfollow(Subject.deal(deal), svea);
        deals.reopen(deal, lena.id(), clock.instant());
        assertThat(unread("svea")).isEqualTo(1);
    }

    @Test
    void aDecisionOnAPassIsNewsForWhoeverFollowsAnyOfItsRecordsAndToldOnce() {
        Subject contact = Subject.contact(contacts.complete());
        Subject company =
                Subject.company(db.fetchSingle("select company_id from contacts.contact where id = " + contact.id())
                        .get(0, Long.class));
        follows.follow(contact, cast.person("lena"));
        follows.follow(company, cast.person("lena"));
        long pass = teamPasses.offer(
                new TeamPass(Handover.Kind.EXPANSION, About.of(contact), "wants more", "a second line", null),
                cast.person("selma"),
                clock.instant());
        handovers.accept(pass, cast.person("svea"), clock.instant());
        assertThat(unread("lena")).isEqualTo(1);
        assertThat(browsers.as("lena").get("/news").body()).contains("Svea Sales accepted the pass");
    }

    @Test
    void newsAreReadOneByOneOrAllAtOnceAndOnlyOnesOwn() {
        Subject contact = Subject.contact(contacts.complete());
        Set<Long> svea = Set.of(cast.person("svea").id());
        for (int i = 1; i <= 3; i++) {
            news.mention(
                    svea,
                    contact,
                    new Headline(
                            "note-" + i,
                            "notes.news.mentioned",
                            null,
                            "text " + i,
                            cast.person("mara").id()));
        }
        long first = db.fetchSingle("select min(id) from news.item").get(0, Long.class);
        assertThat(browsers.as("stefan")
                        .send("PUT", "/news/" + first + "/reading", Map.of())
                        .statusCode())
                .isEqualTo(404);
        WebClient client = browsers.as("svea");
        client.send("PUT", "/news/" + first + "/reading", Map.of());
        assertThat(unread("svea")).isEqualTo(2);
        assertThat(client.get("/news?only=unread").body())
                .contains("text 2", "text 3")
                .doesNotContain("text 1");
        assertThat(client.get("/news?only=mentions").body()).contains("text 1", contact.url() + "#note-1");
        client.send("PUT", "/news/reading", Map.of());
        assertThat(unread("svea")).isZero();
        assertThat(client.get("/news?only=unread").body()).contains("class=\"empty\"");
        clock.advance(Duration.ofDays(91));
        queue.put("news.forget", "");
        queue.runUntilIdle();
        assertThat(client.get("/news").body()).contains("class=\"empty\"");
    }

    @Test
    void theDigestTellsOnceADayWhatIsUnreadToWhoWantsIt() throws Exception {
        Subject contact = Subject.contact(contacts.complete());
        Person svea = cast.person("svea");
        follows.follow(contact, svea);
        follows.follow(contact, cast.person("stefan"));
        log(contact, "before the digest was wished for");
        clock.advance(Duration.ofMinutes(1));
        follows.prefer(svea, new Preference(false, true));
        clock.advance(Duration.ofMinutes(1));
        log(contact, "one");
        log(contact, "two");
        digest();
        assertThat(mail.received()).hasSize(1);
        assertThat(mail.received().getFirst().getSubject()).isEqualTo("2 news in Doppelpass");
        assertThat(mail.received().getFirst().getContent().toString())
                .contains("Julia Kern", "Mara Marketing logged a call", "https://crm.kern.test/news");
        digest();
        assertThat(mail.received()).as("nothing new, no mail").hasSize(1);
        clock.advance(Duration.ofDays(1));
        log(contact, "three");
        news.readAll(svea);
        digest();
        assertThat(mail.received()).as("read before the morning").hasSize(1);
    }

    @Test
    void starAndBellAreOnesOwnAndOnlyForRecordsOneMayOpen() {
        Subject contact = Subject.contact(contacts.complete());
        WebClient svea = browsers.as("svea");
        svea.send("PUT", "/favourites/" + contact.code(), Map.of());
        svea.send("PUT", "/following/" + contact.code(), Map.of());
        assertThat(svea.get(contact.url()).body())
                .containsSubsequence("aria-pressed=\"true\"", "aria-pressed=\"true\"");
        assertThat(svea.get("/favourites").body()).contains(contact.url(), "Contacts");
        assertThat(browsers.as("stefan").get("/favourites").body()).doesNotContain(contact.url());
        assertThat(svea.send("PUT", "/favourites/contact-987654", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(svea.send("PUT", "/following/contact-1,contact-2", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(browsers.as("boris")
                        .send("PUT", "/following/" + contact.code(), Map.of())
                        .statusCode())
                .isEqualTo(403);
        svea.send("DELETE", "/favourites/" + contact.code(), Map.of());
        svea.send("DELETE", "/following/" + contact.code(), Map.of());
        assertThat(svea.get(contact.url()).body()).doesNotContain("aria-pressed=\"true\"");
        assertThat(svea.get("/favourites").body()).contains("class=\"empty\"");
    }

    private void digest() {
        queue.put("news.digest", "");
        queue.runUntilIdle();
    }

    private void log(Subject contact, String note) {
        activities.log(new NewActivity(
                NewActivity.Kind.CALL,
                doppelpass.timeline.Direction.OUT,
                NewActivity.Outcome.REACHED,
                note,
                null,
                About.of(contact),
                cast.person("mara").id(),
                clock.instant(),
                null,
                doppelpass.timeline.Origin.NONE));
    }

    private int unread(String name) {
        Person person = cast.person(name);
        return news.unread(person.id(), person.roles());
    }

    private long deal() {
        return deals.open(
                new DealDetails(
                        "Servo drives",
                        null,
                        null,
                        null,
                        null,
                        null,
                        DealType.NEW,
                        "",
                        "other",
                        100_00,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                null,
                cast.person("svea").id(),
                clock.instant());
    }
}
