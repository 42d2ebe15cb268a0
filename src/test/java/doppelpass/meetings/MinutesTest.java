package doppelpass.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.web.Refusal;
import java.time.LocalDate;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class MinutesTest {
    private final Minutes minutes;
    private final Agendas agendas;
    private final Actions actions;
    private final SomeSeries some;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;

    private Meeting meeting;
    private Item item;

    MinutesTest(
            Minutes minutes,
            Agendas agendas,
            Actions actions,
            SomeSeries some,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.minutes = minutes;
        this.agendas = agendas;
        this.actions = actions;
        this.some = some;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void begin() {
        db.execute("truncate meetings.series, meetings.action cascade");
        clock.set(TestClock.START);
        meeting = some.first(some.weekly());
        agendas.propose(meeting, "MQL v4", "", 5, cast.person("mara"));
        agendas.collect(meeting);
        clock.set(meeting.startsAt());
        minutes.open(meeting);
        item = agendas.of(meeting.id()).stream()
                .filter(i -> !i.frame())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDecisionHasWordsADeciderAndADayFromWhichItHolds() {
        minutes.decide(item, "MQL v4 is in force", id("lena"), LocalDate.parse("2026-07-01"), cast.person("svea"));
        Outcome outcome = minutes.outcomes(meeting.id()).getFirst();
        assertThat(outcome.deciderName()).isEqualTo("Lena Lead");
        assertThat(outcome.validFrom()).isEqualTo(LocalDate.parse("2026-07-01"));
        assertThatThrownBy(
                        () -> minutes.decide(item, " ", id("lena"), LocalDate.parse("2026-07-01"), cast.person("svea")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void anActionHasOneOwnerAndADayAndWaitsOnTheOwnersList() {
        act("stefan");
        assertThat(actions.waitingFor(id("stefan"))).isEqualTo(1);
        assertThat(actions.waitingFor(id("svea"))).isZero();
        assertThatThrownBy(() -> minutes.act(
                        item,
                        new NewAction("Yesterday", id("svea"), LocalDate.parse("2026-06-10"), "", ""),
                        cast.person("svea")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void bothTeamsConfirmEachForItselfThenNothingChangesAnyMore() {
        minutes.inform(item, "info", "Figures seen", cast.person("svea"));
        minutes.close(meeting);
        assertThatThrownBy(() -> minutes.confirm(meeting, cast.person("svea"))).isInstanceOf(Refusal.class);
        minutes.confirm(meeting, cast.person("mara"));
        minutes.confirm(meeting, cast.person("mara"));
        assertThat(some.again(meeting).state()).isEqualTo(MeetingState.DRAFTED);
        minutes.confirm(meeting, cast.person("stefan"));
        assertThat(some.again(meeting).state()).isEqualTo(MeetingState.CONFIRMED);
        assertThatThrownBy(() -> minutes.inform(item, "info", "One more", cast.person("svea")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> db.execute("update meetings.outcome set text = 'forged'"))
                .hasMessageContaining("append a correction");
        assertThatThrownBy(() -> db.execute("delete from meetings.outcome"))
                .hasMessageContaining("append a correction");
        minutes.correct(some.again(meeting), "It was Tuesday", cast.person("svea"));
        assertThat(minutes.corrections(meeting.id()))
                .extracting(Correction::text)
                .containsExactly("It was Tuesday");
    }

    @Test
    void aChangedDraftHasToBeConfirmedAnew() {
        minutes.close(meeting);
        minutes.confirm(meeting, cast.person("mara"));
        minutes.inform(item, "parked", "Prices", cast.person("stefan"));
        assertThat(minutes.confirmations(meeting.id())).isEmpty();
    }

    @Test
    void aStruckActionLeavesNoPromiseBehind() {
        act("stefan");
        minutes.strike(meeting, minutes.outcomes(meeting.id()).getFirst().id());
        assertThat(actions.waitingFor(id("stefan"))).isZero();
        assertThat(minutes.outcomes(meeting.id())).isEmpty();
    }

    @Test
    void everybodyVotesOnceAndNoNameStandsBesideAScore() {
        minutes.vote(some.again(meeting), 5, cast.person("svea"));
        minutes.vote(some.again(meeting), 4, cast.person("mara"));
        assertThatThrownBy(() -> minutes.vote(some.again(meeting), 1, cast.person("svea")))
                .isInstanceOf(Refusal.class);
        assertThat(minutes.votes(meeting.id()))
                .containsEntry(5, 1)
                .containsEntry(4, 1)
                .hasSize(2);
        assertThat(db.fetch("select * from meetings.vote").fields())
                .extracting(f -> f.getName())
                .containsExactly("meeting_id", "score", "votes");
    }

    @Test
    void onlyInvitedPeopleCanBePresent() {
        minutes.present(meeting, Set.of(id("svea"), id("boris")));
        assertThat(minutes.present(meeting.id())).containsExactly(id("svea"));
    }

    @Test
    void onlyItsOwnerOrALeadTicksAnActionOff() {
        act("stefan");
        long action =
                actions.dueBefore(LocalDate.parse("2027-01-01")).getFirst().id();
        assertThatThrownBy(() -> actions.finish(action, "", cast.person("svea")))
                .isInstanceOf(Refusal.class);
        actions.finish(action, "+3 points", cast.person("stefan"));
        assertThat(actions.waitingFor(id("stefan"))).isZero();
        assertThat(actions.find(action).orElseThrow().result()).isEqualTo("+3 points");
    }

    private void act(String owner) {
        NewAction action = new NewAction(
                "Add company size to the form", id(owner), LocalDate.parse("2026-06-18"), "MQL → SAL", "+4");
        minutes.act(item, action, cast.person("mara"));
    }

    private long id(String name) {
        return cast.person(name).id();
    }
}
