package doppelpass.leads;

import static doppelpassdb.leads.Tables.PROMISE_FACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import doppelpass.core.TeamFunction;
import doppelpass.identity.Person;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.timeline.About;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Passes in every direction beside those of leads: from service to sales and marketing, from sales to marketing. */
@DoppelpassTest
class TeamPassesTest {
    private static final Instant NOW = TestClock.START;

    private final TeamPasses teamPasses;
    private final Handovers handovers;
    private final Passes passes;
    private final Leads leads;
    private final SomeContacts contacts;
    private final TestBrowsers browsers;
    private final Cast cast;
    private final DSLContext db;

    TeamPassesTest(
            TeamPasses teamPasses,
            Handovers handovers,
            Passes passes,
            Leads leads,
            SomeContacts contacts,
            TestBrowsers browsers,
            Cast cast,
            DSLContext db) {
        this.teamPasses = teamPasses;
        this.handovers = handovers;
        this.passes = passes;
        this.leads = leads;
        this.contacts = contacts;
        this.browsers = browsers;
        this.cast = cast;
        this.db = db;
    }

    @Test
    void aSignalOfServiceReachesSalesWithTwoBusinessDaysToAnswer() {
        long contact = contacts.complete();
        long id = offered("selma", Handover.Kind.EXPANSION, Subject.contact(contact));
        Handover pass = pass(id);
        assertThat(pass.from()).isEqualTo(TeamFunction.SERVICE);
        assertThat(pass.to()).isEqualTo(TeamFunction.SALES);
        assertThat(pass.about().companyId())
                .as("the contact's company comes along")
                .isNotNull();
        // two business days from Tuesday 10:00; Thursday is Corpus Christi in Bavaria
        assertThat(pass.dueAcceptAt()).isEqualTo(Instant.parse("2026-06-05T08:00:00Z"));
        assertThat(passes.toUs(cast.person("svea"), NOW))
                .extracting(PassView::id)
                .contains(id);
        assertThat(passes.toUs(cast.person("mara"), NOW))
                .extracting(PassView::id)
                .doesNotContain(id);
        assertThat(passes.fromUs(cast.person("selma"), NOW))
                .extracting(PassView::id)
                .contains(id);
        handovers.accept(id, cast.person("svea"), NOW.plusSeconds(60));
        assertThat(pass(id).outcome()).isEqualTo(Handover.Outcome.ACCEPTED);
        assertThat(pass(id).awaitsResponse()).as("no second clock").isFalse();
    }

    @Test
    void eachTeamPassesWhatIsItsOwnAndNothingElse() {
        assertThat(TeamPasses.kindsOf(TeamFunction.SALES))
                .containsExactly(Handover.Kind.ONBOARDING, Handover.Kind.CONTENT);
        assertThat(TeamPasses.kindsOf(TeamFunction.SERVICE))
                .containsExactly(Handover.Kind.EXPANSION, Handover.Kind.CHURN, Handover.Kind.REFERENCE);
        assertThat(TeamPasses.kindsOf(TeamFunction.MARKETING)).isEmpty();
        Subject contact = Subject.contact(contacts.complete());
        refused("leads.error.kind", () -> offered("svea", Handover.Kind.CHURN, contact));
        refused("leads.error.kind", () -> offered("mara", Handover.Kind.REFERENCE, contact));
        refused("web.error.notFound", () -> offered("selma", Handover.Kind.CHURN, Subject.company(987_654)));
    }

    @Test
    void aReturnNeedsAReasonOfItsOwnListAndANote() {
        long id = offered("svea", Handover.Kind.CONTENT, Subject.contact(contacts.complete()));
        Person mara = cast.person("mara");
        refused("leads.error.reason", () -> handovers.returnWith(id, Reason.R01, "x", mara, NOW));
        refused("leads.error.note", () -> handovers.returnWith(id, Reason.T03, " ", mara, NOW));
        refused("leads.error.side.marketing", () -> handovers.accept(id, cast.person("selma"), NOW));
        handovers.returnWith(id, Reason.T03, "the case study of May", mara, NOW.plusSeconds(5));
        assertThat(pass(id).reason()).isEqualTo(Reason.T03);
        refused("leads.error.decided.returned", () -> handovers.accept(id, mara, NOW.plusSeconds(9)));
    }

    @Test
    void aQuestionToTheSenderLetsTheClockRest() {
        long id = offered("selma", Handover.Kind.REFERENCE, Subject.company(company()));
        handovers.query(id, "May we name them?", cast.person("mara"), NOW.plusSeconds(3600));
        assertThat(passes.toUs(cast.person("selma"), NOW))
                .extracting(PassView::id)
                .contains(id);
        refused("leads.error.side.service", () -> handovers.answer(id, "yes", cast.person("svea"), NOW));
        handovers.answer(id, "yes", cast.person("selma"), NOW.plusSeconds(7200));
        // the clock rested for one business hour
        assertThat(pass(id).dueAcceptAt()).isEqualTo(Instant.parse("2026-06-05T09:00:00Z"));
    }

    @Test
    void aPassAboutALeadLeavesTheLeadAndItsOwnPassesAlone() {
        long lead = leads.create(
                new NewLead(contacts.complete(), null, "gears", "website", "event", null, null, NOW),
                cast.person("mara"));
        long offer = handovers.offer(lead, Offer.because("asked for a price"), cast.person("mara"), NOW);
        long wish = offered("svea", Handover.Kind.CONTENT, Subject.lead(lead));
        handovers.accept(wish, cast.person("mara"), NOW.plusSeconds(60));
        assertThat(leads.get(lead).state()).isEqualTo(LeadState.MQL);
        assertThat(pass(offer).open()).isTrue();
        assertThat(pass(wish).about().contactId()).isEqualTo(leads.get(lead).contactId());
        assertThat(db.fetchCount(PROMISE_FACT, PROMISE_FACT.HANDOVER_ID.eq(wish)))
                .as("counts in no figure about leads")
                .isZero();
    }

    @Test
    void theFormOfAContactLeadsToTheInboxOfTheOtherTeamAndItsThreeKeys() {
        long contact = contacts.complete();
        WebClient selma = browsers.as("selma");
        assertThat(selma.get("/contacts/" + contact).body()).contains("/hand-overs/new?about=contact-" + contact);
        String about = "contact-" + contact;
        assertThat(selma.get("/hand-overs/new?about=" + about).body())
                .contains("Needs more", "May leave", "Possible reference")
                .doesNotContain("Content wanted");
        var wrong = selma.post("/hand-overs", Map.of("about", about, "kind", "churn", "title", "", "message", "x"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        var form = Map.of(
                "about", about, "kind", "churn", "title", "asked about notice", "message", "new purchasing head");
        String address =
                selma.post("/hand-overs", form).headers().firstValue("Location").orElseThrow();
        long id = Long.parseLong(address.replaceAll(".*/hand-overs/(\\d+).*", "$1"));
        WebClient svea = browsers.as("svea");
        assertThat(svea.get("/hand-overs/" + id).body())
                .contains(
                        "asked about notice",
                        "new purchasing head",
                        "May leave",
                        "data-key=\"a\"",
                        "data-key=\"r\"",
                        "data-key=\"q\"",
                        "Ask Service",
                        "value=\"T01\"")
                .doesNotContain("value=\"R01\"");
        var accepted = svea.send("PUT", "/hand-overs/" + id + "/acceptance", Map.of());
        assertThat(accepted.headers().firstValue("Location").orElse("")).endsWith("/contacts/" + contact);
        assertThat(svea.get("/contacts/" + contact).body()).contains("asked about notice", "accepted");
        assertThat(browsers.as("mara").get("/hand-overs/new?about=" + about).statusCode())
                .isEqualTo(403);
        assertThat(selma.get("/hand-overs/new?about=deal-99").statusCode()).isEqualTo(404);
    }

    @Test
    void lackOfCapacityCountsAgainstSalesEvenWhenDecidedInTime() {
        long lead = leads.create(
                new NewLead(contacts.complete(), null, "gears", "website", "event", null, null, NOW),
                cast.person("mara"));
        long id = handovers.offer(lead, Offer.because("asked for a price"), cast.person("mara"), NOW);
        handovers.returnWith(id, Reason.R09, "two of us are ill", cast.person("svea"), NOW.plusSeconds(60));
        handovers.accept(id, cast.person("svea"), NOW.plusSeconds(120));
        assertThat(db.select(PROMISE_FACT.RESULT)
                        .from(PROMISE_FACT)
                        .where(PROMISE_FACT.HANDOVER_ID.eq(id), PROMISE_FACT.PROMISE.eq("accept"))
                        .fetch(PROMISE_FACT.RESULT))
                .isEqualTo(List.of("broken"));
        assertThat(pass(id).reason()).as("no return").isNull();
    }

    private long offered(String who, Handover.Kind kind, Subject subject) {
        var pass = new TeamPass(kind, About.of(subject), "in one sentence", "what you need to know", null);
        return teamPasses.offer(pass, cast.person(who), NOW);
    }

    private long company() {
        Long contact = contacts.complete();
        return db.fetchSingle("select company_id from contacts.contact where id = {0}", org.jooq.impl.DSL.val(contact))
                .get(0, Long.class);
    }

    private Handover pass(long id) {
        return handovers.find(id).orElseThrow();
    }

    private static void refused(String key, ThrowingCallable attempt) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
