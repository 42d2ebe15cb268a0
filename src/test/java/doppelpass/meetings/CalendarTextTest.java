package doppelpass.meetings;

import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import doppelpass.core.Recurrence;
import doppelpass.meetings.CalendarText.Mailbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** Written with one library, read with another. */
class CalendarTextTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");
    private static final Mailbox ORGANIZER = new Mailbox("doppelpass@kern.test", "Doppelpass", false);
    private static final List<Mailbox> BOTH = List.of(
            new Mailbox("lena@kern.test", "Lena Lead", true), new Mailbox("svea@kern.test", "Svea Sales", false));

    private final CalendarText text = new CalendarText(BERLIN, NOW);

    @Test
    void anInvitationNamesOrganizerAttendeesRuleAndZone() {
        String written = text.request(ORGANIZER, BOTH, List.of(weekly("Jour fixe", 0)));
        ICalendar calendar = Biweekly.parse(written).first();
        VEvent event = calendar.getEvents().getFirst();
        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(event.getUid().getValue()).isEqualTo("series-1@kern.test");
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getOrganizer().getEmail()).isEqualTo("doppelpass@kern.test");
        assertThat(event.getAttendees())
                .extracting(a -> a.getEmail() + " " + a.getRsvp())
                .containsExactly("lena@kern.test true", "svea@kern.test true");
        assertThat(written)
                .contains(
                        "DTSTART;TZID=Europe/Berlin:20261015T090000\r\n",
                        "DTEND;TZID=Europe/Berlin:20261015T093000\r\n",
                        "BEGIN:VTIMEZONE",
                        "TZID:Europe/Berlin",
                        "EXDATE;TZID=Europe/Berlin:20261224T090000,20261231T090000\r\n",
                        "ROLE=CHAIR",
                        "PARTSTAT=NEEDS-ACTION");
        assertThat(event.getRecurrenceRule().getValue().getByDay().getFirst().getDay())
                .isEqualTo(biweekly.util.DayOfWeek.THURSDAY);
    }

    @Test
    void nineOClockStaysNineOClockWhenSummerTimeEnds() {
        String written = text.request(ORGANIZER, BOTH, List.of(weekly("Jour fixe", 0)));
        ICalendar calendar = Biweekly.parse(written).first();
        TimeZone zone = calendar.getTimezoneInfo()
                .getTimezone(calendar.getEvents().getFirst().getDateStart())
                .getTimeZone();
        DateIterator dates = calendar.getEvents().getFirst().getDateIterator(zone);
        List<Instant> starts = new ArrayList<>();
        while (starts.size() < 4) starts.add(dates.next().toInstant());
        assertThat(starts)
                .containsExactly(
                        Instant.parse("2026-10-15T07:00:00Z"),
                        Instant.parse("2026-10-22T07:00:00Z"),
                        Instant.parse("2026-10-29T08:00:00Z"),
                        Instant.parse("2026-11-05T08:00:00Z"));
    }

    @Test
    void theSeriesLeavesOutTheHolidaysItExcludes() {
        ICalendar calendar =
                Biweekly.parse(text.publish(List.of(weekly("Jour fixe", 0)))).first();
        DateIterator dates = calendar.getEvents().getFirst().getDateIterator(TimeZone.getTimeZone(BERLIN));
        List<String> starts = new ArrayList<>();
        while (starts.size() < 11) {
            starts.add(dates.next().toInstant().atZone(BERLIN).toLocalDate().toString());
        }
        assertThat(starts).contains("2026-12-17", "2027-01-07").doesNotContain("2026-12-24", "2026-12-31");
    }

    @Test
    void noLineIsLongerThan75OctetsEvenWithUmlauts() {
        String title = "Überprüfung der Übergabe für größere Fälle: ÄÖÜäöüß €uro 😀 "
                .repeat(8)
                .strip();
        String written = text.request(ORGANIZER, BOTH, List.of(weekly(title, 0)));
        assertThat(written.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(Biweekly.parse(written)
                        .first()
                        .getEvents()
                        .getFirst()
                        .getSummary()
                        .getValue())
                .isEqualTo(title);
    }

    @Test
    void injectedLinesStayInsideTheirText() {
        CalendarEvent event = event("Jour fixe\r\nATTENDEE:mailto:evil@x.test", 0, "a, b; c \\ d\r\nEND:VEVENT", null);
        Mailbox evil = new Mailbox("svea@kern.test", "Svea\"\r\nATTENDEE:mailto:evil@x.test", false);
        String written = text.request(ORGANIZER, List.of(evil), List.of(event));
        VEvent read = Biweekly.parse(written).first().getEvents().getFirst();
        assertThat(read.getAttendees()).hasSize(1);
        assertThat(read.getSummary().getValue()).isEqualTo("Jour fixe ATTENDEE:mailto:evil@x.test");
        assertThat(read.getDescription().getValue()).isEqualToNormalizingNewlines("a, b; c \\ d\nEND:VEVENT");
    }

    @Test
    void oneMovedInstanceNamesTheStartItHadAndCarriesNoRule() {
        CalendarEvent moved = event("Jour fixe", 2, "", LocalDateTime.parse("2026-10-22T09:00"));
        VEvent read = Biweekly.parse(text.request(ORGANIZER, BOTH, List.of(moved)))
                .first()
                .getEvents()
                .getFirst();
        assertThat(read.getRecurrenceId().getValue().toInstant()).isEqualTo(Instant.parse("2026-10-22T07:00:00Z"));
        assertThat(read.getRecurrenceRule()).isNull();
        assertThat(read.getSequence().getValue()).isEqualTo(2);
    }

    @Test
    void aCancellationSaysSoAndAsksForNoAnswer() {
        CalendarEvent series = weekly("Jour fixe", 0);
        String written = text.cancel(ORGANIZER, BOTH, List.of(series.cancel(1)));
        ICalendar calendar = Biweekly.parse(written).first();
        assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(calendar.getEvents().getFirst().getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(calendar.getEvents().getFirst().getSequence().getValue()).isEqualTo(1);
        assertThat(written).doesNotContain("RSVP");
    }

    @Test
    void theFeedNamesNobody() {
        String written = text.publish(List.of(weekly("Jour fixe", 0)));
        assertThat(written).contains("METHOD:PUBLISH").doesNotContain("ATTENDEE", "ORGANIZER", "kern.test>");
    }

    private static CalendarEvent weekly(String title, int sequence) {
        return new CalendarEvent(
                "series-1@kern.test",
                sequence,
                title,
                "",
                "",
                LocalDateTime.parse("2026-10-15T09:00"),
                Duration.ofMinutes(30),
                Recurrence.weekly(THURSDAY, 1),
                List.of(LocalDateTime.parse("2026-12-24T09:00"), LocalDateTime.parse("2026-12-31T09:00")),
                null,
                false);
    }

    private static CalendarEvent event(
            String title, int sequence, String description, @org.jspecify.annotations.Nullable LocalDateTime instance) {
        return new CalendarEvent(
                "series-1@kern.test",
                sequence,
                title,
                description,
                "https://crm.kern.test/meetings/7",
                LocalDateTime.parse("2026-10-23T10:00"),
                Duration.ofMinutes(30),
                null,
                List.of(),
                instance,
                false);
    }
}
