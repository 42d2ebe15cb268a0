package doppelpass.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final BusinessCalendar MUNICH_OFFICE = new BusinessCalendar(
            BERLIN,
            BusinessWeek.parse("Mo-Th 08:30-17:00; Fr 08:30-15:00"),
            Holidays.of("DE", "BY"),
            Set.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 31)));

    @Test
    void fourHoursFromWednesdayAfternoonSkipCorpusChristi() {
        assertThat(MUNICH_OFFICE.due(at("2026-06-03T16:20"), Duration.ofHours(4)))
                .isEqualTo(at("2026-06-05T11:50"));
        assertThat(MUNICH_OFFICE.between(at("2026-06-03T16:20"), at("2026-06-05T11:50")))
                .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void offeredOnSundayTheClockStartsOnMonday() {
        Instant sunday = at("2026-06-07T13:37");
        assertThat(MUNICH_OFFICE.nextOpening(sunday)).isEqualTo(at("2026-06-08T08:30"));
        assertThat(MUNICH_OFFICE.due(sunday, Duration.ofHours(1))).isEqualTo(at("2026-06-08T09:30"));
        assertThat(MUNICH_OFFICE.between(sunday, at("2026-06-08T08:30"))).isZero();
    }

    @Test
    void workThatFillsTheDayIsDueAtItsCloseNotTheNextMorning() {
        assertThat(MUNICH_OFFICE.due(at("2026-06-08T16:00"), Duration.ofHours(1)))
                .isEqualTo(at("2026-06-08T17:00"));
        assertThat(MUNICH_OFFICE.due(at("2026-06-08T17:00"), Duration.ofNanos(1)))
                .isEqualTo(at("2026-06-09T08:30").plusNanos(1));
    }

    @Test
    void noTimeIsDueAtOnceEvenOutsideHours() {
        assertThat(MUNICH_OFFICE.due(at("2026-06-07T13:37"), Duration.ZERO)).isEqualTo(at("2026-06-07T13:37"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-03T08:29, false",
        "2026-06-03T08:30, true",
        "2026-06-03T16:59, true",
        "2026-06-03T17:00, false",
        "2026-06-05T15:00, false",
        "2026-06-04T10:00, false",
        "2026-06-06T10:00, false",
        "2026-12-24T10:00, false",
        "2026-12-23T10:00, true"
    })
    void isOpenInItsHoursButNotOnHolidaysAndClosures(LocalDateTime moment, boolean open) {
        assertThat(MUNICH_OFFICE.openAt(moment.atZone(BERLIN).toInstant())).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-08T10:00, 1, 2026-06-09T10:00",
        "2026-06-03T10:00, 1, 2026-06-05T10:00", // over Corpus Christi
        "2026-06-03T16:20, 1, 2026-06-05T15:00", // Friday closes before 16:20
        "2026-06-08T07:00, 1, 2026-06-09T08:30", // the clock starts at 08:30
        "2026-06-08T18:00, 1, 2026-06-10T08:30", // and after closing on the next day
        "2026-06-07T13:37, 0, 2026-06-08T08:30",
        "2026-06-08T10:00, 0, 2026-06-08T10:00",
        "2026-06-08T10:00, 10, 2026-06-22T10:00"
    })
    void businessDaysKeepTheTimeOfDayWhereTheyCan(LocalDateTime start, int days, LocalDateTime due) {
        assertThat(MUNICH_OFFICE.addBusinessDays(start.atZone(BERLIN).toInstant(), days))
                .isEqualTo(due.atZone(BERLIN).toInstant());
    }

    @Test
    void aDeadlineInTheLunchBreakMovesBehindIt() {
        BusinessCalendar calendar = new BusinessCalendar(
                BERLIN, BusinessWeek.parse("Mo 08:00-17:00; Tu 08:00-12:00,13:00-17:00"), Holidays.none(), Set.of());
        assertThat(calendar.addBusinessDays(at("2026-06-08T12:30"), 1)).isEqualTo(at("2026-06-09T13:00"));
    }

    @Test
    void countsTheWorkingDaysOfAMonth() {
        assertThat(MUNICH_OFFICE.businessDays(Period.parse("2026-06"))).isEqualTo(21); // 22 weekdays, one holiday
        assertThat(MUNICH_OFFICE.businessDays(Period.parse("2026-12"))).isEqualTo(20); // 23, closed on 24, 25 and 31
        assertThat(MUNICH_OFFICE.businessDay(LocalDate.of(2026, 6, 4))).isFalse();
    }

    @Test
    void theDayTheClockGoesForwardHasOnlyTwentyThreeHours() {
        BusinessCalendar always = BusinessCalendar.alwaysOpen(BERLIN);
        assertThat(always.between(at("2026-03-29T00:00"), at("2026-03-30T00:00")))
                .isEqualTo(Duration.ofHours(23));
        assertThat(always.due(at("2026-03-29T00:00"), Duration.ofHours(4))).isEqualTo(at("2026-03-29T05:00"));
        assertThat(always.between(at("2026-10-25T00:00"), at("2026-10-26T00:00")))
                .isEqualTo(Duration.ofHours(25));
        assertThat(always.due(at("2026-10-25T00:00"), Duration.ofHours(4))).isEqualTo(at("2026-10-25T03:00"));
    }

    @Test
    void hoursThatTheSwitchSkipsDoNotCountAndRepeatedOnesCountTwice() {
        BusinessCalendar night =
                new BusinessCalendar(BERLIN, BusinessWeek.parse("Mo-Su 02:00-02:30"), Holidays.none(), Set.of());
        assertThat(night.between(at("2026-03-29T00:00"), at("2026-03-30T00:00")))
                .isZero();
        assertThat(night.between(at("2026-10-25T00:00"), at("2026-10-26T00:00")))
                .isEqualTo(Duration.ofHours(1));
        // 02:00 summer time is 00:00 UTC, half an hour is open, and 02:00 comes again at 01:00 UTC
        assertThat(night.due(Instant.parse("2026-10-25T00:00:00Z"), Duration.ofMinutes(40)))
                .isEqualTo(Instant.parse("2026-10-25T01:10:00Z"));
        assertThat(night.nextOpening(at("2026-03-29T00:00"))).isEqualTo(at("2026-03-30T02:00"));
        assertThat(night.businessDay(LocalDate.of(2026, 3, 29))).isFalse();
    }

    @Test
    void aDayThatAZoneLeftOutHasNoTime() {
        ZoneId samoa = ZoneId.of("Pacific/Apia"); // went from 29 to 31 December 2011
        assertThat(BusinessCalendar.alwaysOpen(samoa)
                        .between(Instant.parse("2011-12-29T10:00:00Z"), Instant.parse("2011-12-31T10:00:00Z")))
                .isEqualTo(Duration.ofDays(2));
        assertThat(BusinessCalendar.alwaysOpen(samoa).businessDay(LocalDate.of(2011, 12, 30)))
                .isFalse();
    }

    @Test
    void openRoundTheClockBusinessTimeIsRealTime() {
        BusinessCalendar always = BusinessCalendar.alwaysOpen(BERLIN);
        Instant start = Instant.parse("2026-01-17T03:04:05.678Z");
        assertThat(always.due(start, Duration.ofDays(400))).isEqualTo(start.plus(Duration.ofDays(400)));
        assertThat(always.openAt(start)).isTrue();
        assertThat(always.nextOpening(start)).isEqualTo(start);
    }

    @Test
    void theTimeBackwardsIsTheNegativeTimeForwards() {
        assertThat(MUNICH_OFFICE.between(at("2026-06-05T11:50"), at("2026-06-03T16:20")))
                .isEqualTo(Duration.ofHours(-4));
    }

    @Test
    void negativeTimesAndDaysAreRefused() {
        assertThatThrownBy(() -> MUNICH_OFFICE.due(Instant.EPOCH, Duration.ofHours(-1)))
                .hasMessage("Business time below zero: PT-1H");
        assertThatThrownBy(() -> MUNICH_OFFICE.addBusinessDays(Instant.EPOCH, -1))
                .hasMessage("Business days below zero: -1");
    }

    @Test
    void holidaysWithoutEndEndInAnErrorNotInALoop() {
        BusinessCalendar never = new BusinessCalendar(BERLIN, BusinessWeek.ALWAYS, day -> true, Set.of());
        assertThatThrownBy(() -> never.nextOpening(Instant.EPOCH))
                .hasMessageContaining("No open time within 100 years");
        assertThatThrownBy(() -> never.due(Instant.EPOCH, Duration.ofHours(1)))
                .hasMessageContaining("No open time within 100 years");
        assertThatThrownBy(() -> never.addBusinessDays(Instant.EPOCH, 1)).hasMessageContaining("No open time");
        assertThatThrownBy(() -> never.between(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")))
                .hasMessageContaining("More than 100 years");
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
