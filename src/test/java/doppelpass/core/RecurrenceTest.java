package doppelpass.core;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                "FREQ=WEEKLY;COUNT=3;UNTIL=20261231",
                "FREQ=WEEKLY;COUNT=0",
                "FREQ=WEEKLY;BYDAY=th"
            })
    void aRuleThatIsNotOneIsRefused(String rule) {
        assertThatThrownBy(() -> new Recurrence(rule)).isInstanceOf(MalformedText.class);
    }

    @Test
    void theDayOfAMonthIsItsLastWhereTheMonthIsTooShort() {
        LocalDate start = LocalDate.of(2027, 12, 31);
        Recurrence monthly = Recurrence.monthly(start, 1);
        assertThat(monthly.dates(start.atStartOfDay(), start, LocalDate.of(2028, 5, 1)))
                .extracting(LocalDateTime::toLocalDate)
                .containsExactly(
                        LocalDate.of(2027, 12, 31),
                        LocalDate.of(2028, 1, 31),
                        LocalDate.of(2028, 2, 29),
                        LocalDate.of(2028, 3, 31),
                        LocalDate.of(2028, 4, 30));
        LocalDate leap = LocalDate.of(2028, 2, 29);
        assertThat(Recurrence.yearly(leap).firstDay(leap, leap.plusDays(1))).contains(LocalDate.of(2029, 2, 28));
        assertThat(Recurrence.yearly(leap).firstDay(leap, LocalDate.of(2032, 1, 1)))
                .contains(LocalDate.of(2032, 2, 29));
    }

    @Test
    void aRuleEndsAfterSoManyTimesOrOnADay() {
        LocalDate start = LocalDate.of(2026, 6, 1);
        Recurrence thrice = Recurrence.weekly(MONDAY, 1).times(3);
        assertThat(thrice.firstDay(start, LocalDate.of(2026, 6, 15))).contains(LocalDate.of(2026, 6, 15));
        assertThat(thrice.firstDay(start, LocalDate.of(2026, 6, 16))).isEmpty();
        Recurrence until = thrice.until(LocalDate.of(2026, 6, 22));
        assertThat(until.rule()).isEqualTo("FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;UNTIL=20260622");
        assertThat(until.firstDay(start, LocalDate.of(2026, 6, 16))).contains(LocalDate.of(2026, 6, 22));
        assertThat(until.firstDay(start, LocalDate.of(2026, 6, 23))).isEmpty();
        assertThat(until.endless()).isEqualTo(Recurrence.weekly(MONDAY, 1));
    }

    private static LocalDateTime at(String text) {
        return LocalDateTime.parse(text);
    }
}
