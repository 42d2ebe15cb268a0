package doppelpass.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Laws of business time on random calendars, and a walker that looks at the wall clock minute by minute as oracle. */
class BusinessTimePropertiesTest {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/Sao_Paulo"), // switched at midnight until 2019
            ZoneId.of("Australia/Lord_Howe"), // switches by half an hour
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("UTC"));
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);

    private final Random random = new Random(20260603);

    @Test
    void agreesWithAWalkerThatLooksAtTheClockEachMinute() {
        for (int round = 0; round < 400; round++) {
            BusinessCalendar calendar = calendar();
            Instant from = minute();
            Instant to = from.plus(Duration.ofMinutes(random.nextInt(3 * 24 * 60)));
            long open = walk(calendar, from, to);
            assertThat(calendar.between(from, to))
                    .as("%s %s %s", calendar, from, to)
                    .isEqualTo(Duration.ofMinutes(open));
        }
    }

    @Test
    void dueIsTheFirstMinuteByWhichTheWalkerHasSeenEnough() {
        for (int round = 0; round < 300; round++) {
            BusinessCalendar calendar = calendar();
            Instant start = minute();
            int minutes = 1 + random.nextInt(900);
            Instant walked = start;
            for (int seen = 0; seen < minutes; walked = walked.plusSeconds(60)) {
                if (openOnTheClock(calendar, walked)) seen++;
            }
            assertThat(calendar.due(start, Duration.ofMinutes(minutes)))
                    .as("%s %s", calendar, start)
                    .isEqualTo(walked);
        }
    }

    @Test
    void theNextOpeningIsTheFirstOpenMinute() {
        for (int round = 0; round < 300; round++) {
            BusinessCalendar calendar = calendar();
            Instant start = minute();
            Instant walked = start;
            while (!openOnTheClock(calendar, walked)) walked = walked.plusSeconds(60);
            assertThat(calendar.nextOpening(start)).isEqualTo(walked);
            assertThat(calendar.openAt(walked)).isTrue();
        }
    }

    @Test
    void dueAndBetweenAreInverse() {
        for (int round = 0; round < 3_000; round++) {
            BusinessCalendar calendar = calendar();
            Instant start = moment();
            Duration time = Duration.ofMillis(random.nextLong(40L * 3_600_000));
            assertThat(calendar.between(start, calendar.due(start, time))).isEqualTo(time);
        }
    }

    @Test
    void dueIsMonotoneInStartAndTime() {
        for (int round = 0; round < 2_000; round++) {
            BusinessCalendar calendar = calendar();
            Instant start = moment();
            Duration time = Duration.ofSeconds(1 + random.nextInt(100_000));
            Instant due = calendar.due(start, time);
            assertThat(calendar.due(start, time.plusSeconds(random.nextInt(9_000))))
                    .isAfterOrEqualTo(due);
            assertThat(calendar.due(start.plusSeconds(random.nextInt(90_000)), time))
                    .isAfterOrEqualTo(due);
        }
    }

    @Test
    void spansAddUpAndSwappingThemFlipsTheSign() {
        for (int round = 0; round < 2_000; round++) {
            BusinessCalendar calendar = calendar();
            Instant a = moment();
            Instant b = moment();
            Instant c = a.plusSeconds(random.nextInt(900_000));
            assertThat(calendar.between(a, b)).isEqualTo(calendar.between(b, a).negated());
            assertThat(calendar.between(a, b)).isEqualTo(calendar.between(a, c).plus(calendar.between(c, b)));
        }
    }

    @Test
    void businessDaysAreMonotoneAndEndWhereWorkCanStillBeDone() {
        for (int round = 0; round < 2_000; round++) {
            BusinessCalendar calendar = calendar();
            Instant start = moment();
            int days = random.nextInt(12);
            Instant due = calendar.addBusinessDays(start, days);
            assertThat(calendar.addBusinessDays(start, days + 1)).isAfter(due);
            assertThat(calendar.addBusinessDays(start.plusSeconds(random.nextInt(90_000)), days))
                    .isAfterOrEqualTo(due);
            assertThat(calendar.openAt(due) || calendar.openAt(due.minusNanos(1)))
                    .isTrue();
        }
    }

    private static long walk(BusinessCalendar calendar, Instant from, Instant to) {
        long open = 0;
        for (Instant minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
            if (openOnTheClock(calendar, minute)) open++;
        }
        return open;
    }

    private static boolean openOnTheClock(BusinessCalendar calendar, Instant moment) {
        ZonedDateTime clock = moment.atZone(calendar.zone());
        int minute = clock.getHour() * 60 + clock.getMinute();
        return !calendar.closures().contains(clock.toLocalDate())
                && !calendar.holidays().on(clock.toLocalDate())
                && calendar.week().on(clock.getDayOfWeek()).stream()
                        .anyMatch(hours -> hours.fromMinute() <= minute && minute < hours.toMinute());
    }

    private BusinessCalendar calendar() {
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        return new BusinessCalendar(zone, BusinessWeekTest.randomWeek(random), days(20)::contains, days(10));
    }

    private Set<LocalDate> days(int count) {
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < count; i++) days.add(FIRST.plusDays(random.nextInt(400)));
        return days;
    }

    /** Half of them close to a switch of the clock, where mistakes live. */
    private Instant moment() {
        return minute().plusNanos(random.nextLong(60_000_000_000L));
    }

    private Instant minute() {
        ZonedDateTime near = List.of(
                        ZonedDateTime.parse("2018-03-24T20:00Z"),
                        ZonedDateTime.parse("2018-10-27T20:00Z"),
                        ZonedDateTime.parse("2018-02-17T20:00Z"),
                        ZonedDateTime.parse("2018-11-03T20:00Z"),
                        ZonedDateTime.parse("2018-03-31T10:00Z"),
                        ZonedDateTime.parse("2018-10-06T10:00Z"))
                .get(random.nextInt(6));
        return random.nextBoolean()
                ? near.toInstant().plus(Duration.ofMinutes(random.nextInt(24 * 60)))
                : FIRST.atStartOfDay(ZoneId.of("UTC")).toInstant().plus(Duration.ofMinutes(random.nextInt(525_600)));
    }
}
