package doppelpass.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import doppelpass.identity.Person;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.web.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DoppelpassTest
@RecordApplicationEvents
class LeadsTest {
    private static final Instant NOW = TestClock.START;

    private final Leads leads;
    private final Handovers handovers;
    private final SomeContacts contacts;
    private final Consistency consistency;
    private final Cast cast;

    LeadsTest(Leads leads, Handovers handovers, SomeContacts contacts, Consistency consistency, Cast cast) {
        this.leads = leads;
        this.handovers = handovers;
        this.contacts = contacts;
        this.consistency = consistency;
        this.cast = cast;
    }

    @AfterEach
    void nothingIsInconsistent() {
        assertThat(consistency.findings()).isEmpty();
    }

    @Test
    void aLeadOfMarketingStartsNewAndBelongsToWhoTypedIt(ApplicationEvents events) {
        long contact = contacts.complete();
        long id = leads.create(lead(contact, "gears"), mara());
        Lead lead = leads.get(id);
        assertThat(lead.state()).isEqualTo(LeadState.NEW);
        assertThat(lead.ownerId()).isEqualTo(mara().id());
        assertThat(lead.companyId()).as("the contact's company").isNotNull();
        assertThat(events.stream(LeadCreated.class)).containsExactly(new LeadCreated(id, contact, NOW));
    }

    @Test
    void aContactHasOneOpenLeadPerProductLine() {
        long contact = contacts.complete();
        leads.create(lead(contact, "gears"), mara());
        refused("leads.error.openExists", () -> leads.create(lead(contact, "gears"), mara()));
        assertThat(leads.create(lead(contact, "motors"), mara())).isPositive();
    }

    @Test
    void afterTheEndANewInquiryOpensANewLead() {
        long contact = contacts.complete();
        long first = leads.create(lead(contact, "gears"), mara());
        leads.disqualify(first, Reason.D01, null, mara(), NOW);
        assertThat(leads.create(lead(contact, "gears"), mara())).isNotEqualTo(first);
    }

    @Test
    void whatSalesFindsItselfEntersAsAcceptedWithAPassToItself() {
        long id = leads.create(lead(contacts.complete(), "gears"), svea());
        assertThat(leads.get(id).state()).isEqualTo(LeadState.SAL);
        assertThat(leads.get(id).ownerId()).isEqualTo(svea().id());
        assertThat(leads.path(id))
                .extracting(PathRow::state)
                .containsExactly(LeadState.NEW, LeadState.OPEN, LeadState.MQL, LeadState.SAL);
        assertThat(handovers.ofLead(id)).singleElement().satisfies(pass -> {
            assertThat(pass.outcome()).isEqualTo(Handover.Outcome.ACCEPTED);
            assertThat(pass.awaitsResponse()).isFalse();
        });
    }

    @Test
    void onlyTheTeamThatHoldsTheBallMovesIt() {
        long id = leads.create(lead(contacts.complete(), "gears"), mara());
        refused("leads.error.notYours.marketing", () -> leads.move(id, LeadState.OPEN, svea(), NOW));
        refused("leads.error.notYours.marketing", () -> leads.disqualify(id, Reason.D05, null, svea(), NOW));
        assertThat(leads.move(id, LeadState.OPEN, mara(), NOW).state()).isEqualTo(LeadState.OPEN);
        long sales = leads.create(lead(contacts.complete(), "gears"), svea());
        refused("leads.error.notYours.sales", () -> leads.move(sales, LeadState.SQL, mara(), NOW));
    }

    @Test
    void gatesThatNeedAPassAreNotPassedByAPlainMove() {
        long id = leads.create(lead(contacts.complete(), "gears"), mara());
        refused("leads.error.next.NEW", () -> leads.move(id, LeadState.SAL, mara(), NOW));
        refused("leads.error.next.NEW", () -> leads.move(id, LeadState.MQL, mara(), NOW));
        refused("leads.error.next.NEW", () -> leads.opportunity(id, NOW));
    }

    @Test
    void aDealFromAnAcceptedLeadPassesTheGateOfQualification() {
        long id = leads.create(lead(contacts.complete(), "gears"), svea());
        Instant later = NOW.plusSeconds(3600);
        leads.opportunity(id, later);
        leads.opportunity(id, later.plusSeconds(60));
        leads.won(id, later.plusSeconds(7200));
        assertThat(leads.path(id))
                .extracting(PathRow::state)
                .endsWith(LeadState.SQL, LeadState.OPPORTUNITY, LeadState.WON)
                .hasSize(7);
        assertThat(leads.path(id).get(4).at()).isEqualTo(later);
        assertThat(leads.path(id).get(5).at()).isEqualTo(later);
    }

    @Test
    void aReopenedDealKeepsItsWinAsItWasKnownThen() {
        long id = leads.create(lead(contacts.complete(), "gears"), svea());
        leads.opportunity(id, NOW);
        leads.won(id, NOW.plusSeconds(60));
        leads.reopened(id, NOW.plusSeconds(120));
        assertThat(leads.get(id).state()).isEqualTo(LeadState.OPPORTUNITY);
        assertThat(leads.path(id))
                .filteredOn(PathRow::corrected)
                .singleElement()
                .satisfies(row -> assertThat(row.state()).isEqualTo(LeadState.WON));
        leads.lost(id, Reason.L04, "Compared with the old supplier", NOW.plusSeconds(180));
        assertThat(leads.path(id).getLast().reason()).isEqualTo("L04");
    }

    @Test
    void aLeadWhoseTimeHasNotComeRestsWithMarketingAndComesBackInTheNextCycle() {
        long id = leads.create(lead(contacts.complete(), "gears"), mara());
        handovers.accept(handovers.offer(id, Offer.because("asked for a price"), mara(), NOW), svea(), NOW);
        leads.recycle(id, Reason.Y02, "budget in autumn", LocalDate.of(2026, 9, 1), svea(), NOW.plusSeconds(60));
        Lead resting = leads.get(id);
        assertThat(resting.state()).isEqualTo(LeadState.RECYCLED);
        assertThat(resting.ownerId()).as("back to who passed it").isEqualTo(mara().id());
        assertThat(resting.revisitOn()).isEqualTo(LocalDate.of(2026, 9, 1));
        Handover back = handovers.ofLead(id).getFirst();
        assertThat(back.kind()).isEqualTo(Handover.Kind.RECYCLE);
        assertThat(back.open()).isTrue();
        handovers.accept(back.id(), mara(), NOW.plusSeconds(120));
        assertThat(leads.get(id).state()).isEqualTo(LeadState.NURTURE);
        assertThat(leads.get(id).cycle()).isEqualTo(2);
    }

    @Test
    void theDayToLookAgainLiesInTheFutureAndTheReasonOnTheRightList() {
        long id = leads.create(lead(contacts.complete(), "gears"), svea());
        refused(
                "leads.error.revisit",
                () -> leads.recycle(id, Reason.Y01, null, LocalDate.of(2026, 6, 2), svea(), NOW));
        refused("leads.error.reason", () -> leads.recycle(id, Reason.R01, null, LocalDate.of(2027, 6, 2), svea(), NOW));
        refused("leads.error.reason", () -> leads.disqualify(id, Reason.L01, null, svea(), NOW));
        assertThat(leads.get(id).state()).isEqualTo(LeadState.SAL);
    }

    @Test
    void everyStepIsPublishedOnceForEachStateOnTheWay(ApplicationEvents events) {
        long id = leads.create(lead(contacts.complete(), "gears"), svea());
        leads.opportunity(id, NOW);
        assertThat(events.stream(LeadStateChanged.class).filter(e -> e.leadId() == id))
                .extracting(LeadStateChanged::to)
                .containsExactly(LeadState.OPEN, LeadState.MQL, LeadState.SAL, LeadState.SQL, LeadState.OPPORTUNITY);
    }

    private Person mara() {
        return cast.person("mara");
    }

    private Person svea() {
        return cast.person("svea");
    }

    private static NewLead lead(long contact, String line) {
        return new NewLead(contact, null, line, "website", "paid_search", null, null, NOW);
    }

    private static void refused(String key, ThrowingCallable attempt) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
