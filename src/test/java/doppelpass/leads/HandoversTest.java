package doppelpass.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import doppelpass.core.TeamFunction;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.timeline.About;
import doppelpass.timeline.Activities;
import doppelpass.timeline.Direction;
import doppelpass.timeline.NewActivity;
import doppelpass.timeline.Origin;
import doppelpass.timeline.Plans;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DoppelpassTest
@RecordApplicationEvents
class HandoversTest {
    private static final Instant NOW = TestClock.START;

    private final Leads leads;
    private final Handovers handovers;
    private final Escalations escalations;
    private final Promises promises;
    private final SomeContacts contacts;
    private final Consistency consistency;
    private final Cast cast;
    private final People people;
    private final Activities activities;
    private final Plans plans;

    HandoversTest(
            Leads leads,
            Handovers handovers,
            Escalations escalations,
            Promises promises,
            SomeContacts contacts,
            Consistency consistency,
            Cast cast,
            People people,
            Activities activities,
            Plans plans) {
        this.leads = leads;
        this.handovers = handovers;
        this.escalations = escalations;
        this.promises = promises;
        this.contacts = contacts;
        this.consistency = consistency;
        this.cast = cast;
        this.people = people;
        this.activities = activities;
        this.plans = plans;
    }

    @AfterEach
    void nothingIsInconsistent() {
        assertThat(consistency.findings()).isEmpty();
    }

    @Test
    void whoAskedForContactWaitsFourBusinessHoursOnTheCalendarOfTheReceivingTeam() {
        Handover pass = pass(offered("price_request", Instant.parse("2026-06-03T14:20:00Z")));
        // Wednesday 16:20, Thursday is Corpus Christi in Bavaria: Friday 11:50
        assertThat(pass.dueAcceptAt()).isEqualTo(Instant.parse("2026-06-05T09:50:00Z"));
        assertThat(pass.from()).isEqualTo(TeamFunction.MARKETING);
        assertThat(pass.to()).isEqualTo(TeamFunction.SALES);
    }

    @Test
    void aScoredPassWaitsABusinessDay() {
        assertThat(pass(offered(null, NOW)).dueAcceptAt()).isEqualTo(Instant.parse("2026-06-03T08:00:00Z"));
    }

    @Test
    void acceptingMakesTheLeadMineAndStartsTheClockOfTheFirstCall(ApplicationEvents events) {
        long id = offered("call_me", NOW);
        Instant later = NOW.plusSeconds(600);
        handovers.accept(id, svea(), later);
        Handover pass = pass(id);
        Lead lead = leads.get(pass.leadId());
        assertThat(lead.state()).isEqualTo(LeadState.SAL);
        assertThat(lead.ownerId()).isEqualTo(svea().id());
        assertThat(pass.dueResponseAt()).isEqualTo(later.plusSeconds(3600));
        assertThat(events.stream(HandoverAccepted.class).map(HandoverAccepted::personId))
                .containsExactly(svea().id());
    }

    @Test
    void whoComesSecondReadsWhoWasFasterAndWhen() {
        long id = offered(null, NOW);
        handovers.accept(id, svea(), NOW.plusSeconds(720));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> handovers.accept(id, cast.person("stefan"), NOW.plusSeconds(800)))
                .satisfies(refusal -> assertThat(refusal.text(Locale.ENGLISH))
                        .isEqualTo("Already accepted by Svea Sales at 2026-06-02 10:12. Nothing was changed."));
    }

    @Test
    void onlyPeopleOfTheReceivingTeamDecide() {
        long id = offered(null, NOW);
        refused("leads.error.side.sales", () -> handovers.accept(id, mara(), NOW));
        refused("leads.error.side.sales", () -> handovers.returnWith(id, Reason.R01, null, mara(), NOW));
        refused("leads.error.side.sales", () -> handovers.accept(id, cast.person("lena"), NOW));
        assertThat(pass(id).open()).isTrue();
    }

    @Test
    void missingDataGoBackToMarketingWithMarketingsClockAndComeAgainInTheSameCycle() {
        long id = offered(null, NOW);
        long lead = pass(id).leadId();
        handovers.returnWith(id, Reason.R01, "no phone number", svea(), NOW.plusSeconds(60));
        assertThat(leads.get(lead).state()).isEqualTo(LeadState.REWORK);
        assertThat(leads.get(lead).ownerId()).isEqualTo(mara().id());
        Handover back = handovers.ofLead(lead).getFirst();
        assertThat(back.kind()).isEqualTo(Handover.Kind.REWORK);
        assertThat(back.to()).isEqualTo(TeamFunction.MARKETING);
        // two business days from Tuesday 10:01; Thursday is a holiday
        assertThat(back.dueAcceptAt()).isEqualTo(Instant.parse("2026-06-05T08:01:00Z"));
        long again = handovers.offer(lead, Offer.because("number found"), mara(), NOW.plusSeconds(120));
        assertThat(pass(back.id()).outcome()).isEqualTo(Handover.Outcome.ACCEPTED);
        assertThat(pass(again).cycle()).isEqualTo(1);
        assertThat(leads.get(lead).state()).isEqualTo(LeadState.MQL);
    }

    @Test
    void eachReasonSendsTheLeadWhereTheListSays() {
        assertThat(returned(Reason.R02)).isEqualTo(LeadState.REWORK);
        assertThat(returned(Reason.R03)).isEqualTo(LeadState.MERGED);
        assertThat(returned(Reason.R04)).isEqualTo(LeadState.DISQUALIFIED);
        assertThat(returned(Reason.R06)).isEqualTo(LeadState.RECYCLED);
        assertThat(returned(Reason.R07)).isEqualTo(LeadState.DISQUALIFIED);
        assertThat(returned(Reason.R08)).isEqualTo(LeadState.REWORK);
        assertThat(returned(Reason.R10)).isEqualTo(LeadState.REWORK);
    }

    @Test
    void lackOfCapacityLeavesTheBallWithSales() {
        long id = offered(null, NOW);
        refused("leads.error.note", () -> handovers.returnWith(id, Reason.R09, " ", svea(), NOW));
        handovers.returnWith(id, Reason.R09, "two of us are ill", svea(), NOW);
        assertThat(pass(id).open()).isTrue();
        assertThat(handovers.protocol(id)).extracting(ProtocolRow::kind).containsExactly("offered", "no_capacity");
    }

    @Test
    void aWrongTerritoryGoesToAnotherSalesTeamWithAFreshClock() {
        long id = offered(null, NOW);
        long north = people.teams().stream()
                .filter(t -> t.name().equals("Sales North"))
                .findFirst()
                .map(doppelpass.identity.Team::id)
                .orElseGet(() -> people.addTeam("Sales North", TeamFunction.SALES, "HH"));
        handovers.returnWith(id, Reason.R05, null, svea(), NOW.plusSeconds(7200));
        Handover next = handovers.ofLead(pass(id).leadId()).getFirst();
        assertThat(pass(id).outcome()).isEqualTo(Handover.Outcome.REROUTED);
        assertThat(next.toTeamId()).isEqualTo(north);
        assertThat(next.offeredAt()).isEqualTo(NOW.plusSeconds(7200));
        assertThat(next.open()).isTrue();
    }

    @Test
    void whileMarketingOwesAnAnswerTheClockRests() {
        long id = offered("price_request", NOW);
        Instant asked = NOW.plusSeconds(3600);
        handovers.query(id, "Which torque?", svea(), asked);
        refused("leads.error.paused", () -> handovers.query(id, "And when?", svea(), asked));
        refused("leads.error.side.marketing", () -> handovers.answer(id, "no idea", svea(), asked));
        escalations.tick(NOW.plusSeconds(30 * 86400));
        assertThat(pass(id).escalation()).isEqualTo(Countdown.Rung.CALM);
        handovers.answer(id, "80 Nm", mara(), asked.plusSeconds(7200));
        // four hours from 10:00, two of them at rest
        assertThat(pass(id).dueAcceptAt()).isEqualTo(Instant.parse("2026-06-02T14:00:00Z"));
        assertThat(handovers.protocol(id))
                .extracting(ProtocolRow::kind)
                .containsExactly("offered", "query", "paused", "answer", "resumed");
    }

    @Test
    void theFirstResponseCountsOnceAndOnlyAfterAccepting() {
        long id = offered("call_me", NOW);
        long lead = pass(id).leadId();
        handovers.respond(lead, svea(), NOW.plusSeconds(30));
        assertThat(pass(id).firstResponseAt()).isNull();
        handovers.accept(id, svea(), NOW.plusSeconds(60));
        handovers.respond(lead, svea(), NOW.plusSeconds(120));
        handovers.respond(lead, svea(), NOW.plusSeconds(999));
        assertThat(pass(id).firstResponseAt()).isEqualTo(NOW.plusSeconds(120));
        assertThat(pass(id).countdown()).isEmpty();
    }

    @Test
    void aCallLoggedInTheTimelineIsTheFirstResponseANoteIsNot() {
        long id = offered("call_me", NOW);
        long lead = pass(id).leadId();
        handovers.accept(id, svea(), NOW);
        About about = About.of(Subject.lead(lead));
        activities.log(new NewActivity(
                NewActivity.Kind.NOTE,
                Direction.OUT,
                null,
                "call tomorrow",
                null,
                about,
                svea().id(),
                NOW.plusSeconds(60),
                null,
                new Origin(null, null, null)));
        assertThat(pass(id).firstResponseAt()).isNull();
        activities.log(NewActivity.call(about, svea().id(), NewActivity.Outcome.NOT_REACHED, NOW.plusSeconds(120)));
        assertThat(pass(id).firstResponseAt()).isEqualTo(NOW.plusSeconds(120));
    }

    @Test
    void aPlannedCallIsTheFirstResponseOnceItWasHeldAndACallOfTheirsNever() {
        long id = offered("call_me", NOW);
        About about = About.of(Subject.lead(pass(id).leadId()));
        handovers.accept(id, svea(), NOW);
        activities.log(call(Direction.IN, NewActivity.Outcome.REACHED, about, NOW));
        long plan = activities.log(call(Direction.OUT, NewActivity.Outcome.PLANNED, about, NOW.plusSeconds(60)));
        long other = activities.log(call(Direction.OUT, NewActivity.Outcome.PLANNED, about, NOW.plusSeconds(60)));
        plans.settle(other, "cancelled", svea());
        assertThat(pass(id).firstResponseAt()).isNull();
        plans.settle(plan, "voicemail", svea());
        assertThat(pass(id).firstResponseAt()).isNotNull();
    }

    private NewActivity call(Direction direction, NewActivity.Outcome outcome, About about, Instant at) {
        return new NewActivity(
                NewActivity.Kind.CALL, direction, outcome, "", null, about, svea().id(), at, null, Origin.NONE);
    }

    @Test
    void anIncompletePassSaysSo() {
        long lead = leads.create(lead(contacts.bare(), null, NOW), mara());
        long id = handovers.offer(lead, Offer.because("called us"), mara(), NOW);
        assertThat(pass(id).complete()).isFalse();
        assertThat(leads.whom(lead).orElseThrow().missing()).containsExactly("company", "country", "channel", "basis");
        assertThat(pass(offered(null, NOW)).complete()).isTrue();
    }

    @Test
    void theTickClimbsEachRungOnceAndBreachesWhenItWasDueNotWhenItLooked(ApplicationEvents events) {
        long id = offered("price_request", Instant.parse("2026-06-03T14:20:00Z"));
        Instant monday = Instant.parse("2026-06-08T10:00:00Z");
        escalations.tick(Instant.parse("2026-06-05T08:00:00Z"));
        escalations.tick(monday);
        escalations.tick(monday);
        assertThat(handovers.protocol(id))
                .extracting(ProtocolRow::kind)
                .containsExactly("offered", "reminded", "escalated", "breached", "pooled", "agenda");
        assertThat(handovers.protocol(id).get(3).at()).isEqualTo(Instant.parse("2026-06-05T09:50:00Z"));
        assertThat(events.stream(HandoverBreached.class).filter(e -> e.handoverId() == id))
                .containsExactly(new HandoverBreached(
                        id, pass(id).leadId(), Promise.Code.S1, Instant.parse("2026-06-05T09:50:00Z")));
        assertThat(pass(id).open()).as("the clock never accepts").isTrue();
        handovers.accept(id, svea(), monday);
        assertThat(leads.get(pass(id).leadId()).state()).isEqualTo(LeadState.SAL);
    }

    @Test
    void theFirstCallHasALadderOfItsOwn(ApplicationEvents events) {
        long id = offered("call_me", NOW);
        handovers.accept(id, svea(), NOW);
        escalations.tick(NOW.plusSeconds(3600));
        assertThat(events.stream(HandoverBreached.class).filter(e -> e.handoverId() == id))
                .containsExactly(new HandoverBreached(id, pass(id).leadId(), Promise.Code.S2, NOW.plusSeconds(3600)));
    }

    @Test
    void aChangedPromiseHoldsForNewPassesOnlyAndKeepsItsOldVersion() {
        long before = offered("demo_request", NOW);
        promises.change(
                Promise.Code.S1,
                true,
                2,
                Promise.Unit.BUSINESS_HOURS,
                cast.person("lena").id(),
                NOW);
        assertThat(pass(before).dueAcceptAt()).isEqualTo(NOW.plusSeconds(4 * 3600));
        assertThat(pass(offered("demo_request", NOW)).dueAcceptAt()).isEqualTo(NOW.plusSeconds(2 * 3600));
        assertThat(promises.inForce()).contains(new Promise(Promise.Code.S1, true, 2, Promise.Unit.BUSINESS_HOURS, 2));
        promises.change(
                Promise.Code.S1,
                true,
                4,
                Promise.Unit.BUSINESS_HOURS,
                cast.person("lena").id(),
                NOW);
    }

    private LeadState returned(Reason reason) {
        long id = offered(null, NOW);
        handovers.returnWith(id, reason, "so it is", svea(), NOW.plusSeconds(60));
        assertThat(pass(id).reason()).isEqualTo(reason);
        return leads.get(pass(id).leadId()).state();
    }

    private long offered(@org.jspecify.annotations.Nullable String handRaise, Instant at) {
        long lead = leads.create(lead(contacts.complete(), handRaise, at), mara());
        long south = people.teams().stream()
                .filter(t -> t.name().equals("Sales South"))
                .findFirst()
                .orElseThrow()
                .id();
        return handovers.offer(lead, new Offer("asked for a price", south, null), mara(), at);
    }

    private Handover pass(long id) {
        return handovers.find(id).orElseThrow();
    }

    private Person mara() {
        return cast.person("mara");
    }

    private Person svea() {
        return cast.person("svea");
    }

    private static NewLead lead(long contact, @org.jspecify.annotations.Nullable String handRaise, Instant at) {
        return new NewLead(contact, null, "gears", "website", "paid_search", null, handRaise, at);
    }

    private static void refused(String key, ThrowingCallable attempt) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
