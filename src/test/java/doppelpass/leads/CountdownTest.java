package doppelpass.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import doppelpass.core.BusinessCalendar;
import doppelpass.core.BusinessWeek;
import doppelpass.core.Holidays;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountdownTest {
    private static final BusinessCalendar BAVARIA = new BusinessCalendar(
            ZoneId.of("Europe/Berlin"),
            BusinessWeek.parse("Mo-Th 08:30-17:00; Fr 08:30-15:00"),
            Holidays.of("DE", "BY"),
            Set.of());
    private static final Promise FOUR_HOURS = new Promise(Promise.Code.S1, true, 4, Promise.Unit.BUSINESS_HOURS, 1);
    private static final Instant WEDNESDAY_1620 = Instant.parse("2026-06-03T14:20:00Z");
    private static final Instant FRIDAY_1150 = Instant.parse("2026-06-05T09:50:00Z");
    private static final Countdown PASS = new Countdown(WEDNESDAY_1620, FRIDAY_1150, null, Duration.ZERO);

    @Test
    void corpusChristiDoesNotCountInBavaria() {
        // Wednesday 16:20–17:00 is 40 minutes, Thursday is a holiday, Friday 08:30 plus 3:20
        assertThat(FOUR_HOURS.due(WEDNESDAY_1620, BAVARIA)).isEqualTo(FRIDAY_1150);
    }

    @Test
    void whatIsOfferedOnSundayStartsOnMonday() {
        Instant sunday = Instant.parse("2026-06-07T10:00:00Z");
        assertThat(FOUR_HOURS.due(sunday, BAVARIA)).isEqualTo(Instant.parse("2026-06-08T10:30:00Z"));
    }

    @Test
    void aBusinessDayEndsAtTheSameTimeOfTheNextOne() {
        var day = new Promise(Promise.Code.S1, false, 1, Promise.Unit.BUSINESS_DAYS, 1);
        assertThat(day.due(Instant.parse("2026-06-02T08:00:00Z"), BAVARIA))
                .isEqualTo(Instant.parse("2026-06-03T08:00:00Z"));
    }

    @Test
    void theTimeLeftIsBusinessTime() {
        assertThat(PASS.total(BAVARIA)).isEqualTo(Duration.ofHours(4));
        assertThat(PASS.left(Instant.parse("2026-06-04T12:00:00Z"), BAVARIA)).isEqualTo(Duration.ofMinutes(200));
        assertThat(PASS.left(Instant.parse("2026-06-05T09:08:00Z"), BAVARIA)).isEqualTo(Duration.ofMinutes(42));
        assertThat(PASS.left(Instant.parse("2026-06-05T10:50:00Z"), BAVARIA)).isEqualTo(Duration.ofHours(-1));
    }

    @Test
    void theLadderHasRungsAtHalfFourFifthsTheEndAndOneAndAHalf() {
        // 4 hours: 50 % after 2:00 = Friday 09:50, 80 % after 3:12 = Friday 11:02, 150 % = Friday 13:50
        assertThat(rungAt("2026-06-05T07:49:00Z")).isEqualTo(Countdown.Rung.CALM);
        assertThat(rungAt("2026-06-05T07:50:00Z")).isEqualTo(Countdown.Rung.REMINDED);
        assertThat(rungAt("2026-06-05T09:02:00Z")).isEqualTo(Countdown.Rung.ESCALATED);
        assertThat(rungAt("2026-06-05T09:49:00Z")).isEqualTo(Countdown.Rung.ESCALATED);
        assertThat(rungAt("2026-06-05T09:50:00Z")).isEqualTo(Countdown.Rung.BREACHED);
        assertThat(rungAt("2026-06-05T11:49:00Z")).isEqualTo(Countdown.Rung.BREACHED);
        assertThat(rungAt("2026-06-05T11:50:00Z")).isEqualTo(Countdown.Rung.AGENDA);
    }

    @Test
    void eachRungKnowsWhenItWasReached() {
        assertThat(PASS.reaches(Countdown.Rung.REMINDED, BAVARIA)).isEqualTo(Instant.parse("2026-06-05T07:50:00Z"));
        assertThat(PASS.reaches(Countdown.Rung.ESCALATED, BAVARIA)).isEqualTo(Instant.parse("2026-06-05T09:02:00Z"));
        assertThat(PASS.reaches(Countdown.Rung.BREACHED, BAVARIA)).isEqualTo(FRIDAY_1150);
        assertThat(PASS.reaches(Countdown.Rung.AGENDA, BAVARIA)).isEqualTo(Instant.parse("2026-06-05T11:50:00Z"));
    }

    @Test
    void whileItRestsNoTimePassesAndTheEndMovesOnByWhatWasLeft() {
        // asked Wednesday 16:50 after 30 minutes, answered Friday 10:00: 3:30 left, due Friday 13:30
        Countdown resting = PASS.pause(Instant.parse("2026-06-03T14:50:00Z"));
        assertThat(resting.share(Instant.parse("2026-06-09T10:00:00Z"), BAVARIA))
                .isCloseTo(0.125, within(1e-9));
        Countdown resumed = resting.resume(Instant.parse("2026-06-05T08:00:00Z"), BAVARIA);
        assertThat(resumed.due()).isEqualTo(Instant.parse("2026-06-05T11:30:00Z"));
        assertThat(resumed.total(BAVARIA)).isEqualTo(Duration.ofHours(4));
        assertThat(resumed.paused()).isEqualTo(Duration.ofMinutes(100));
        assertThat(resumed.share(Instant.parse("2026-06-05T08:00:00Z"), BAVARIA))
                .isCloseTo(0.125, within(1e-9));
    }

    @Test
    void aQuestionAskedTooLateDoesNotHealTheBreach() {
        Instant late = Instant.parse("2026-06-05T10:50:00Z");
        Countdown resumed = PASS.pause(late).resume(Instant.parse("2026-06-08T10:50:00Z"), BAVARIA);
        assertThat(resumed.due()).isEqualTo(FRIDAY_1150);
        assertThat(resumed.rung(Instant.parse("2026-06-08T10:50:00Z"), BAVARIA)).isEqualTo(Countdown.Rung.AGENDA);
    }

    private static Countdown.Rung rungAt(String moment) {
        return PASS.rung(Instant.parse(moment), BAVARIA);
    }
}
