package doppelpass.leads;

import static doppelpass.leads.LeadState.DISQUALIFIED;
import static doppelpass.leads.LeadState.ERASED;
import static doppelpass.leads.LeadState.LOST;
import static doppelpass.leads.LeadState.MERGED;
import static doppelpass.leads.LeadState.MQL;
import static doppelpass.leads.LeadState.NEW;
import static doppelpass.leads.LeadState.NURTURE;
import static doppelpass.leads.LeadState.OPEN;
import static doppelpass.leads.LeadState.OPPORTUNITY;
import static doppelpass.leads.LeadState.RECYCLED;
import static doppelpass.leads.LeadState.REWORK;
import static doppelpass.leads.LeadState.SAL;
import static doppelpass.leads.LeadState.SQL;
import static doppelpass.leads.LeadState.WON;
import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.BusinessCalendar;
import doppelpass.core.BusinessWeek;
import doppelpass.core.Holidays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeadTest {
    private static final Instant AT = Instant.parse("2026-06-02T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);
    /** The table both teams signed, typed a second time from the process and not from the code. */
    private static final Map<LeadState, Set<LeadState>> SIGNED = Map.ofEntries(
            Map.entry(NEW, Set.of(OPEN, MERGED, DISQUALIFIED)),
            Map.entry(OPEN, Set.of(MQL, NURTURE, DISQUALIFIED)),
            Map.entry(NURTURE, Set.of(OPEN, MQL, DISQUALIFIED)),
            Map.entry(MQL, Set.of(SAL, REWORK, RECYCLED, DISQUALIFIED, MERGED)),
            Map.entry(REWORK, Set.of(MQL, DISQUALIFIED)),
            Map.entry(SAL, Set.of(SQL, RECYCLED, DISQUALIFIED)),
            Map.entry(SQL, Set.of(OPPORTUNITY, RECYCLED, DISQUALIFIED)),
            Map.entry(OPPORTUNITY, Set.of(WON, LOST)),
            Map.entry(LOST, Set.of(RECYCLED)),
            Map.entry(RECYCLED, Set.of(NURTURE, OPEN)),
            Map.entry(WON, Set.of()),
            Map.entry(DISQUALIFIED, Set.of()),
            Map.entry(MERGED, Set.of()),
            Map.entry(ERASED, Set.of()));

    @Test
    void eachStateLeadsExactlyWhereTheSignedProcessSays() {
        for (LeadState state : LeadState.values()) {
            assertThat(state.next()).as(state.name()).isEqualTo(SIGNED.get(state));
        }
    }

    @Test
    void aJumpForwardEntersEveryGateInBetweenAtTheSameMoment() {
        var moved = (Lead.Moved) SomeLead.in(NEW).move(SQL, AT);
        assertThat(moved.entries()).extracting(Lead.Entry::to).containsExactly(OPEN, MQL, SAL, SQL);
        assertThat(moved.entries()).extracting(Lead.Entry::from).containsExactly(NEW, OPEN, MQL, SAL);
        assertThat(moved.entries()).extracting(Lead.Entry::at).containsOnly(AT);
        assertThat(moved.lead().state()).isEqualTo(SQL);
        assertThat(moved.lead().stateSince()).isEqualTo(AT);
    }

    @Test
    void aLostLeadPassesTheOpportunityOnItsWay() {
        var moved = (Lead.Moved) SomeLead.in(SAL).move(LOST, AT);
        assertThat(moved.entries()).extracting(Lead.Entry::to).containsExactly(SQL, OPPORTUNITY, LOST);
    }

    @Test
    void nothingMovesBackwardsInSilence() {
        for (LeadState from : new LeadState[] {OPEN, MQL, SAL, SQL, OPPORTUNITY, WON}) {
            assertThat(SomeLead.in(from).move(NEW, AT)).isEqualTo(new Lead.Refused("leads.error.next." + from));
        }
        assertThat(SomeLead.in(SQL).move(SAL, AT)).isInstanceOf(Lead.Refused.class);
        assertThat(SomeLead.in(SAL).move(MQL, AT)).isInstanceOf(Lead.Refused.class);
    }

    @Test
    void whatHasEndedStaysEnded() {
        for (LeadState end : new LeadState[] {DISQUALIFIED, MERGED, ERASED}) {
            for (LeadState to : LeadState.values()) {
                assertThat(SomeLead.in(end).move(to, AT)).isInstanceOf(Lead.Refused.class);
            }
        }
    }

    @Test
    void aRestingLeadComesBackInItsNextCycle() {
        var resting = (Lead.Moved) SomeLead.in(SAL).recycle(TODAY.plusDays(30), TODAY, AT);
        assertThat(resting.lead().cycle()).isEqualTo(1);
        assertThat(resting.lead().revisitOn()).isEqualTo(TODAY.plusDays(30));
        var back = (Lead.Moved) resting.lead().move(NURTURE, AT.plusSeconds(60));
        assertThat(back.lead().cycle()).isEqualTo(2);
        assertThat(back.entries().getFirst().cycle()).isEqualTo(2);
        assertThat(back.lead().revisitOn()).as("in nurture until its day").isEqualTo(TODAY.plusDays(30));
        assertThat(((Lead.Moved) back.lead().move(OPEN, AT.plusSeconds(90)))
                        .lead()
                        .revisitOn())
                .isNull();
    }

    @Test
    void restNeedsADayInTheFuture() {
        assertThat(SomeLead.in(SAL).recycle(TODAY, TODAY, AT)).isEqualTo(new Lead.Refused("leads.error.revisit"));
        assertThat(SomeLead.in(SAL).recycle(null, TODAY, AT)).isEqualTo(new Lead.Refused("leads.error.revisit"));
        assertThat(SomeLead.in(OPEN).recycle(TODAY.plusDays(1), TODAY, AT)).isInstanceOf(Lead.Refused.class);
    }

    @Test
    void noStageLastsANegativeTime() {
        var moved = (Lead.Moved) SomeLead.in(SAL).move(SQL, SomeLead.SINCE.minusSeconds(3600));
        assertThat(moved.lead().stateSince()).isEqualTo(SomeLead.SINCE);
    }

    @Test
    void onlyAnEndedDealCanBeReopened() {
        assertThat(((Lead.Moved) SomeLead.in(LOST).reopen(AT)).lead().state()).isEqualTo(OPPORTUNITY);
        assertThat(((Lead.Moved) SomeLead.in(WON).reopen(AT)).lead().state()).isEqualTo(OPPORTUNITY);
        assertThat(SomeLead.in(SAL).reopen(AT)).isInstanceOf(Lead.Refused.class);
    }

    @Test
    void aNewLeadNobodyTriagedWithinABusinessDayIsIdle() {
        var calendar = new BusinessCalendar(
                ZoneId.of("Europe/Berlin"),
                BusinessWeek.parse("Mo-Th 08:30-17:00; Fr 08:30-15:00"),
                Holidays.of("DE", "BY"),
                Set.of());
        // created Monday 1 June 2026 at 10:00 in Berlin
        assertThat(SomeLead.in(NEW).idleAt(Instant.parse("2026-06-02T07:59:00Z"), calendar))
                .isFalse();
        assertThat(SomeLead.in(NEW).idleAt(Instant.parse("2026-06-02T08:01:00Z"), calendar))
                .isTrue();
        assertThat(SomeLead.in(MQL).idleAt(Instant.parse("2027-06-02T08:01:00Z"), calendar))
                .as("the pass has a clock of its own")
                .isFalse();
    }

    @Test
    void everyReasonHasItsTextInBothLanguagesAndARoute() {
        assertThat(Reason.values()).hasSize(10 + 5 + 6 + 7 + 11);
        for (Reason reason : Reason.values()) {
            for (String language : new String[] {"de", "en"}) {
                assertThat(doppelpass.web.Messages.texts(language))
                        .containsKeys(reason.key(), "leads.route." + reason.route());
            }
        }
        assertThat(Reason.R04.route()).isEqualTo(Reason.Route.DISQUALIFIED);
        assertThat(Reason.R05.route()).isEqualTo(Reason.Route.OTHER_TEAM);
        assertThat(Reason.R06.route()).isEqualTo(Reason.Route.RECYCLED);
        assertThat(Reason.of("R99")).isEmpty();
    }

    @Test
    void everyStateSaysInBothLanguagesWhatItIsAndWhatIsPossible() {
        for (LeadState state : LeadState.values()) {
            for (String language : new String[] {"de", "en"}) {
                assertThat(doppelpass.web.Messages.texts(language))
                        .containsKeys("leads.state." + state, "leads.error.next." + state);
            }
        }
    }
}
