package doppelpass.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import doppelpass.identity.People;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.testing.TestMailServer;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sent over real SMTP, read back with a library that did not write it. */
@DoppelpassTest
class InvitationsTest {
    private static final TimeZone BERLIN = TimeZone.getTimeZone("Europe/Berlin");

    private final Meetings meetings;
    private final SomeSeries some;
    private final TestMailServer server;
    private final TestClock clock;
    private final Cast cast;
    private final People people;
    private final DSLContext db;

    InvitationsTest(
            Meetings meetings,
            SomeSeries some,
            TestMailServer server,
            TestClock clock,
            Cast cast,
            People people,
            DSLContext db) {
        this.meetings = meetings;
        this.some = some;
        this.server = server;
        this.clock = clock;
        this.cast = cast;
        this.people = people;
        this.db = db;
    }

    @BeforeEach
    void listen() {
        db.execute("truncate mail.outbox, work.job, meetings.series cascade");
        clock.set(TestClock.START);
        server.start();
    }

    @AfterEach
    void silence() {
        server.stop();
    }

    @Test
    void everyParticipantIsInvitedWithAMailThatCalendarsUnderstand() throws Exception {
        some.weekly();
        assertThat(server.received()).hasSize(3);
        ICalendar calendar = calendar(server.receivedBy("svea@kern.test").getFirst(), "REQUEST");
        VEvent event = calendar.getEvents().getFirst();
        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getOrganizer().getEmail()).isEqualTo("doppelpass@kern.test");
        assertThat(event.getAttendees())
                .extracting(a -> a.getEmail() + " " + a.getRsvp() + " "
                        + a.getParticipationStatus().getValue())
                .containsExactly(
                        "mara@kern.test true NEEDS-ACTION",
                        "stefan@kern.test true NEEDS-ACTION",
                        "svea@kern.test true NEEDS-ACTION");
        assertThat(event.getSummary().getValue()).isEqualTo("Jour fixe Marketing × Vertrieb");
        assertThat(event.getUid().getValue()).endsWith("@kern.test");
    }

    @Test
    void corpusChristiIsLeftOutAndNineOClockStaysNineOverTheSwitch() throws Exception {
        some.weekly();
        VEvent event = calendar(server.receivedBy("mara@kern.test").getFirst(), "REQUEST")
                .getEvents()
                .getFirst();
        List<Instant> starts = starts(event, 26);
        // 4 June 2026 is Corpus Christi in Bavaria; summer time ends on 25 October
        assertThat(starts.getFirst()).isEqualTo(Instant.parse("2026-06-11T07:00:00Z"));
        assertThat(starts)
                .contains(Instant.parse("2026-10-22T07:00:00Z"), Instant.parse("2026-10-29T08:00:00Z"))
                .doesNotContain(Instant.parse("2026-10-29T07:00:00Z"));
    }

    @Test
    void anotherTimeRaisesTheSequenceAndKeepsTheUid() throws Exception {
        long id = some.weekly();
        String uid = uid(server.receivedBy("mara@kern.test").getFirst());
        server.clear();
        meetings.change(id, some.plan("2026-06-11T10:30", "mara", "stefan", "svea"));
        MimeMessage mail = server.receivedBy("mara@kern.test").getFirst();
        VEvent event = calendar(mail, "REQUEST").getEvents().getFirst();
        assertThat(uid(mail)).isEqualTo(uid);
        assertThat(event.getSequence().getValue()).isEqualTo(1);
        assertThat(starts(event, 1)).containsExactly(Instant.parse("2026-06-11T08:30:00Z"));
        assertThat(some.first(id).startsAt()).isEqualTo(Instant.parse("2026-06-11T08:30:00Z"));
    }

    @Test
    void oneMovedDateIsAnInstanceOfTheSameSeries() throws Exception {
        long id = some.weekly();
        Meeting second = some.meetings(id).get(1);
        server.clear();
        meetings.shift(second, LocalDateTime.parse("2026-06-19T11:00"));
        MimeMessage mail = server.receivedBy("stefan@kern.test").getFirst();
        VEvent event = calendar(mail, "REQUEST").getEvents().getFirst();
        assertThat(event.getRecurrenceId().getValue().toInstant()).isEqualTo(Instant.parse("2026-06-18T07:00:00Z"));
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2026-06-19T09:00:00Z"));
        assertThat(event.getSequence().getValue()).isEqualTo(1);
        assertThat(mail.getSubject()).contains("19 June 2026");
    }

    @Test
    void oneCancelledDateLeavesTheOthers() throws Exception {
        long id = some.weekly();
        Meeting second = some.meetings(id).get(1);
        server.clear();
        meetings.cancel(second, "Messe");
        MimeMessage mail = server.receivedBy("svea@kern.test").getFirst();
        ICalendar calendar = calendar(mail, "CANCEL");
        VEvent event = calendar.getEvents().getFirst();
        assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(event.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event.getRecurrenceId().getValue().toInstant()).isEqualTo(Instant.parse("2026-06-18T07:00:00Z"));
        assertThat(event.getSequence().getValue()).isEqualTo(1);
        assertThat(text(mail)).contains("Messe");
    }

    @Test
    void whoeverIsTakenOutGetsACancellationAndNobodyElseIsBothered() throws Exception {
        long id = some.weekly();
        server.clear();
        meetings.change(id, some.plan("2026-06-11T09:00", "mara", "stefan"));
        assertThat(server.receivedBy("svea@kern.test")).hasSize(1);
        ICalendar calendar = calendar(server.receivedBy("svea@kern.test").getFirst(), "CANCEL");
        assertThat(calendar.getEvents().getFirst().getAttendees())
                .extracting(a -> a.getEmail())
                .containsExactly("svea@kern.test");
        assertThat(calendar.getEvents().getFirst().getSequence().getValue()).isEqualTo(1);
        server.clear();
        meetings.change(id, some.plan("2026-06-11T09:00", "mara", "stefan", "selma"));
        assertThat(server.received()).hasSize(1);
        assertThat(server.receivedBy("selma@kern.test")).hasSize(1);
    }

    @Test
    void anEndedSeriesIsCancelledForEverybody() throws Exception {
        long id = some.weekly();
        server.clear();
        meetings.end(id);
        assertThat(server.received()).hasSize(3);
        VEvent event = calendar(server.receivedBy("mara@kern.test").getFirst(), "CANCEL")
                .getEvents()
                .getFirst();
        assertThat(event.getRecurrenceId()).isNull();
        assertThat(event.getSequence().getValue()).isEqualTo(1);
        assertThat(some.meetings(id)).allMatch(m -> m.state() == MeetingState.CANCELLED);
    }

    @Test
    void aNameWithALineBreakCannotInviteAnybody() throws Exception {
        db.execute("update identity.person set name = E'Svea\\r\\nATTENDEE:mailto:evil@x.test' where id = "
                + cast.person("svea").id());
        some.weekly();
        VEvent event = calendar(server.receivedBy("mara@kern.test").getFirst(), "REQUEST")
                .getEvents()
                .getFirst();
        assertThat(event.getAttendees()).hasSize(3);
        assertThat(people.find(cast.person("svea").id()).orElseThrow().name()).contains("evil");
        db.execute("update identity.person set name = 'Svea Sales' where id = "
                + cast.person("svea").id());
    }

    private static ICalendar calendar(MimeMessage mail, String method) throws Exception {
        BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(1);
        assertThat(part.getContentType()).contains("text/calendar", "method=" + method);
        try (InputStream content = part.getInputStream()) {
            return Biweekly.parse(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .first();
        }
    }

    private static String text(MimeMessage mail) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
    }

    private static String uid(MimeMessage mail) throws Exception {
        return calendar(mail, "REQUEST").getEvents().getFirst().getUid().getValue();
    }

    private static List<Instant> starts(VEvent event, int count) {
        DateIterator dates = event.getDateIterator(BERLIN);
        List<Instant> starts = new ArrayList<>();
        while (starts.size() < count) starts.add(dates.next().toInstant());
        return starts;
    }
}
