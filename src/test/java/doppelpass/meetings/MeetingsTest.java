package doppelpass.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.web.Refusal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class MeetingsTest {
    private final Meetings meetings;
    private final Agendas agendas;
    private final SomeSeries some;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;

    MeetingsTest(Meetings meetings, Agendas agendas, SomeSeries some, TestClock clock, Cast cast, DSLContext db) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.some = some;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void start() {
        db.execute("truncate meetings.series, meetings.action cascade");
        clock.set(TestClock.START);
    }

    @Test
    void datesArePlannedByTheRuleWithoutHolidaysAndTheTeamsTakeTurns() {
        List<Meeting> planned = some.meetings(some.weekly());
        assertThat(planned.getFirst().originalAt()).isEqualTo(LocalDateTime.parse("2026-06-11T09:00"));
        assertThat(planned).hasSize(12);
        assertThat(planned).extracting(Meeting::moderator).startsWith("marketing", "sales", "marketing");
        assertThat(planned.getFirst().writer()).isEqualTo("sales");
    }

    @Test
    void planningAgainAddsOnlyWhatIsNew() {
        long id = some.weekly();
        meetings.planAll();
        assertThat(some.meetings(id)).hasSize(12);
        clock.advance(Duration.ofDays(14));
        meetings.planAll();
        List<Meeting> later = some.meetings(id);
        assertThat(later).hasSize(14);
        assertThat(later.get(12).moderator()).isNotEqualTo(later.get(11).moderator());
    }

    @Test
    void aNewRhythmMovesTheAgendaAlong() {
        long id = some.weekly();
        Meeting first = some.first(id);
        agendas.propose(first, "Messe planen", "", 5, cast.person("svea"));
        meetings.change(id, some.plan("2026-06-09T14:00", "mara", "stefan", "svea"));
        Meeting moved = some.again(first);
        assertThat(moved.originalAt()).isEqualTo(LocalDateTime.parse("2026-06-11T14:00"));
        assertThat(agendas.of(moved.id())).hasSize(1);
    }

    @Test
    void aDateCannotBeMovedIntoThePast() {
        Meeting first = some.first(some.weekly());
        assertThatThrownBy(() -> meetings.shift(first, LocalDateTime.parse("2026-06-01T09:00")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void onlyThoseConcernedSeeAMeeting() {
        Meeting first = some.first(some.weekly());
        for (String name : List.of("mara", "stefan", "svea", "lena", "ada")) {
            assertThat(first.visibleTo(cast.person(name))).as(name).isTrue();
        }
        for (String name : List.of("selma", "carlo", "boris")) {
            assertThat(first.visibleTo(cast.person(name))).as(name).isFalse();
        }
        assertThat(first.curatedBy(cast.person("mara"))).isTrue();
        assertThat(first.curatedBy(cast.person("svea"))).isFalse();
    }
}
