package doppelpass.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.testing.TestMailServer;
import doppelpass.web.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class AgendasTest {
    private final Agendas agendas;
    private final Actions actions;
    private final Reminders reminders;
    private final Minutes minutes;
    private final SomeSeries some;
    private final TestMailServer server;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;

    AgendasTest(
            Agendas agendas,
            Actions actions,
            Reminders reminders,
            Minutes minutes,
            SomeSeries some,
            TestMailServer server,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.agendas = agendas;
        this.actions = actions;
        this.reminders = reminders;
        this.minutes = minutes;
        this.some = some;
        this.server = server;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void start() {
        db.execute("truncate meetings.series, meetings.action, mail.outbox, work.job cascade");
        clock.set(TestClock.START);
        server.start();
    }

    @AfterEach
    void silence() {
        server.stop();
    }

    @Test
    void anOverdueActionComesBackUntilItIsDone() {
        Meeting first = some.first(some.weekly());
        long id = action("svea", "2026-06-05");
        agendas.collect(first);
        assertThat(topics(first)).containsExactly("Call the fair visitors");
        Item item = agendas.of(first.id()).get(2);
        assertThat(item.remark().in(Locale.ENGLISH)).isEqualTo("Svea Sales, overdue for 6 days");
        assertThat(item.remark().in(Locale.GERMAN)).isEqualTo("Svea Sales, seit 6 Tagen überfällig");
        actions.finish(id, "12 visits", cast.person("svea"));
        agendas.collect(first);
        assertThat(topics(first)).isEmpty();
    }

    @Test
    void theFrameStandsAroundTheTopics() {
        Meeting first = some.first(some.weekly());
        action("svea", "2026-06-05");
        agendas.collect(first);
        agendas.collect(first);
        assertThat(agendas.of(first.id())).extracting(Item::code).containsExactly("F1", "F2", "A9", "F3", "F4");
    }

    @Test
    void whatDoesNotFitIsPostponedAndTheNumberOfTimesIsCounted() {
        long series = some.weekly();
        Meeting first = some.first(series);
        for (int i = 0; i < 8; i++) action("svea", "2026-06-0" + (i / 3 + 1));
        agendas.collect(first);
        // 19 minutes hold six items of three
        assertThat(topics(first)).hasSize(6);
        assertThat(agendas.of(first.id()).stream().filter(i -> i.state().equals("postponed")))
                .hasSize(2)
                .allMatch(i -> i.postponed() == 1);
        minutes.open(first);
        minutes.close(first);
        Meeting second = some.meetings(series).get(1);
        agendas.collect(second);
        assertThat(agendas.of(second.id()).stream().map(Item::postponed).max(Integer::compare))
                .contains(2);
    }

    @Test
    void theOpeningSaysHowMuchOfTheLastMeetingIsDone() {
        long series = some.weekly();
        Meeting first = some.first(series);
        agendas.collect(first);
        minutes.open(first);
        Item item = agendas.of(first.id()).getFirst();
        for (String text : List.of("One", "Two")) {
            NewAction action = new NewAction(text, cast.person("svea").id(), LocalDate.parse("2026-06-30"), "", "");
            minutes.act(item, action, cast.person("mara"));
        }
        minutes.close(first);
        actions.finish(
                actions.dueBefore(LocalDate.parse("2026-07-01")).getFirst().id(), "", cast.person("svea"));
        Meeting second = some.meetings(series).get(1);
        agendas.collect(second);
        assertThat(agendas.of(second.id()).getFirst().remark().in(Locale.ENGLISH))
                .isEqualTo("1 of 2 actions of last time done");
    }

    @Test
    void whatIsDroppedWithAReasonStaysDropped() {
        Meeting first = some.first(some.weekly());
        action("svea", "2026-06-05");
        agendas.collect(first);
        Item item = agendas.of(first.id()).get(2);
        assertThatThrownBy(() -> agendas.drop(item, " ")).isInstanceOf(Refusal.class);
        agendas.drop(item, "Svea is on leave");
        agendas.collect(first);
        assertThat(topics(first)).isEmpty();
        agendas.restore(item);
        assertThat(topics(first)).hasSize(1);
    }

    @Test
    void peopleProposeUntilADayBeforeAndTheirItemsStay() {
        Meeting first = some.first(some.weekly());
        agendas.propose(first, "Fair in September", "Budget", 5, cast.person("svea"));
        agendas.propose(first, "New price list", "", 5, cast.person("mara"));
        agendas.collect(first);
        assertThat(topics(first)).containsExactly("Fair in September", "New price list");
        agendas.move(
                agendas.of(first.id()).stream()
                        .filter(i -> i.code().equals("A15"))
                        .toList()
                        .getLast(),
                true);
        assertThat(topics(first)).containsExactly("New price list", "Fair in September");
        clock.set(first.startsAt().minus(Duration.ofHours(24)));
        assertThatThrownBy(() -> agendas.propose(first, "Too late", "", 5, cast.person("svea")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void publishingTellsEverybodyTheTopicsAndKeepsTheFiguresBehindTheSignIn() throws Exception {
        Meeting first = some.first(some.weekly());
        action("svea", "2026-06-05");
        agendas.collect(first);
        server.clear();
        agendas.publish(first);
        assertThat(server.received()).hasSize(3);
        assertThat(server.receivedBy("mara@kern.test").getFirst().getContent().toString())
                .contains("- Call the fair visitors (3′)", "https://crm.kern.test/meetings/" + first.id())
                .doesNotContain("overdue");
        assertThat(some.again(first).state()).isEqualTo(MeetingState.PUBLISHED);
    }

    @Test
    void aDayBeforeWithoutAnAgendaTheHostIsAskedOnceToPublishOrCancel() throws Exception {
        Meeting first = some.first(some.weekly());
        server.clear();
        clock.set(first.startsAt().minus(Duration.ofHours(25)));
        reminders.remind(clock.instant());
        assertThat(server.received()).isEmpty();
        assertThat(some.again(first).collectedAt())
                .as("collected three days ahead")
                .isNotNull();
        clock.set(first.startsAt().minus(Duration.ofHours(24)));
        reminders.remind(clock.instant());
        reminders.remind(clock.instant());
        assertThat(server.receivedBy("lena@kern.test")).hasSize(1);
        assertThat(server.receivedBy("lena@kern.test").getFirst().getSubject()).startsWith("Agenda missing");
    }

    @Test
    void anOwnerIsRemindedThreeDaysBeforeOnTheDayAndTheDayAfter() throws Exception {
        action("svea", "2026-06-05");
        for (int day = 0; day < 6; day++) {
            reminders.remind(clock.instant());
            reminders.remind(clock.instant());
            clock.advance(Duration.ofDays(1));
        }
        assertThat(server.receivedBy("svea@kern.test"))
                .extracting(m -> m.getSubject().split(":", 2)[0])
                .containsExactly("Due in three days", "Due today", "Overdue since yesterday");
    }

    private long action(String owner, String due) {
        NewAction action = new NewAction(
                "Call the fair visitors", cast.person(owner).id(), LocalDate.parse(due), "MQL → SAL", "+4");
        return actions.add(null, action, cast.person("mara"));
    }

    private List<String> topics(Meeting meeting) {
        return agendas.of(meeting.id()).stream()
                .filter(i -> i.open() && !i.frame())
                .map(i -> i.title().in(Locale.ENGLISH))
                .toList();
    }
}
