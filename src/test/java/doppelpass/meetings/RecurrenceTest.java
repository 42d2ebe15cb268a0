package doppelpass.meetings;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.web.Refusal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @Test
    void aWeeklyMeetingComesEachThursdayAtTheSameHour() {
        assertThat(Recurrence.weekly(THURSDAY, 1).dates(at("2026-06-04T09:00"), LocalDate.of(2026, 6, 1), JULY))
                .containsExactly(
                        at("2026-06-04T09:00"), at("2026-06-11T09:00"), at("2026-06-18T09:00"), at("2026-06-25T09:00"));
    }

    @Test
    void everyOtherWeekCountsFromTheStartOfTheSeriesNotFromTheQuestion() {
        assertThat(Recurrence.weekly(THURSDAY, 2).dates(at("2026-06-04T09:00"), LocalDate.of(2026, 6, 10), JULY))
                .containsExactly(at("2026-06-18T09:00"));
    }

    @Test
    void theFirstMondayOfEachMonth() {
        assertThat(Recurrence.monthly(MONDAY, 1)
                        .dates(at("2026-06-01T14:30"), LocalDate.of(2026, 6, 1), LocalDate.of(2026, 9, 1)))
                .containsExactly(at("2026-06-01T14:30"), at("2026-07-06T14:30"), at("2026-08-03T14:30"));
    }

    @Test
    void theLastWorkingDayOfAMonthIsNeverAWeekend() {
        assertThat(Recurrence.lastWorkingDay()
                        .dates(at("2026-01-30T09:00"), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 1)))
                .containsExactly(
                        at("2026-01-30T09:00"),
                        at("2026-02-27T09:00"),
                        at("2026-03-31T09:00"),
                        at("2026-04-30T09:00"),
                        at("2026-05-29T09:00"));
    }

    @Test
    void aSeriesStartsOnItsOwnRuleEvenIfTheWishLiesOnAnotherDay() {
        assertThat(Recurrence.weekly(THURSDAY, 1).firstFrom(at("2026-06-02T09:00")))
                .isEqualTo(at("2026-06-04T09:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FREQ=SECONDLY",
                "FREQ=WEEKLY;BYDAY=TH\r\nATTENDEE:mailto:x@y",
                "FREQ=WEEKLY;COUNT=3",
                "FREQ=WEEKLY;BYDAY=th"
            })
    void aRuleThatIsNotOneIsRefused(String rule) {
        assertThatThrownBy(() -> new Recurrence(rule)).isInstanceOf(Refusal.class);
    }

    private static LocalDateTime at(String text) {
        return LocalDateTime.parse(text);
    }
}
