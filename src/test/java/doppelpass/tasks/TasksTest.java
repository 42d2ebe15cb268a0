package doppelpass.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.core.Recurrence;
import doppelpass.identity.Person;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.testing.TestMailServer;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import doppelpass.work.Queue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Today is Tuesday, 2 June 2026, unless a test says otherwise. */
@DoppelpassTest
class TasksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    private final Tasks tasks;
    private final Companies companies;
    private final Queue queue;
    private final TestMailServer mails;
    private final TestClock clock;
    private final DSLContext db;
    private final Cast cast;

    TasksTest(
            Tasks tasks,
            Companies companies,
            Queue queue,
            TestMailServer mails,
            TestClock clock,
            DSLContext db,
            Cast cast) {
        this.tasks = tasks;
        this.companies = companies;
        this.queue = queue;
        this.mails = mails;
        this.clock = clock;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        clock.set(TestClock.START);
        db.execute("truncate tasks.task");
    }

    @Test
    void aTaskIsDoneOnceAndReopened() {
        long id = tasks.add(simple("Call Kern").on(TODAY), svea());
        tasks.finish(id, svea());
        Task done = tasks.get(id, svea());
        assertThat(done.state()).isEqualTo(Task.State.DONE);
        assertThat(done.closedBy()).isEqualTo("Svea Sales");
        refused("tasks.error.closed", () -> tasks.finish(id, svea()));
        refused("tasks.error.closed", () -> tasks.change(id, d -> d.titled("Other"), svea()));
        tasks.reopen(id, svea());
        assertThat(tasks.get(id, svea()).open()).isTrue();
        refused("tasks.error.open", () -> tasks.reopen(id, svea()));
    }

    @Test
    void whoeverIsGivenATaskSeesWhoGaveIt() {
        long id = tasks.add(simple("Draft the offer"), svea());
        assertThat(tasks.get(id, svea()).giver()).isNull();
        tasks.change(id, d -> d.givenTo(stefan().id()), svea());
        Task given = tasks.get(id, stefan());
        assertThat(given.assignee()).isEqualTo("Stefan Sales");
        assertThat(given.giver()).isEqualTo("Svea Sales");
        tasks.change(id, d -> d.titled("Draft the whole offer"), stefan());
        assertThat(tasks.get(id, stefan()).giver())
                .as("another title gives nothing")
                .isEqualTo("Svea Sales");
        assertThat(tasks.get(id, svea()).giver())
                .as("who gave it still sees it")
                .isEqualTo("Svea Sales");
        refused(
                "tasks.error.assignee",
                () -> tasks.change(id, d -> d.givenTo(cast.person("boris").id()), stefan()));
    }

    @Test
    void aTaskWithoutRecordIsNobodyElsesBusiness() {
        long mine = tasks.add(simple("Birthday of Stefan"), svea());
        long ours = tasks.add(simple("Ask for the drawing").about(Subject.company(company())), svea());
        refused("web.error.notFound", () -> tasks.get(mine, stefan()));
        refused("web.error.notFound", () -> tasks.finish(mine, stefan()));
        assertThat(tasks.get(ours, stefan()).details().title()).isEqualTo("Ask for the drawing");
        refused("web.error.notFound", () -> tasks.get(ours, cast.person("boris")));
        refused("tasks.error.about", () -> tasks.add(simple("x").about(Subject.company(999_999)), svea()));
    }

    @Test
    void whatComesBackKeepsToTheLastDayOfShortMonths() {
        clock.set(Instant.parse("2027-01-31T08:00:00Z"));
        LocalDate start = LocalDate.of(2027, 1, 31);
        long id = tasks.add(simple("Close the month").on(start).repeated(Recurrence.monthly(start, 1)), svea());
        for (String next : List.of("2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31")) {
            tasks.finish(id, svea());
            Task following = onlyOpen();
            assertThat(following.details().dueOn()).isEqualTo(LocalDate.parse(next));
            id = following.id();
        }
    }

    @Test
    void whatWasMissedDoesNotPileUpAndWhatIsDoneEarlyDoesNotComeTwice() {
        Recurrence mondays = Recurrence.weekly(DayOfWeek.MONDAY, 1);
        long id = tasks.add(simple("Tidy the pipeline").on(TODAY).repeated(mondays), svea());
        assertThat(due(id)).as("begins on a day of its rhythm").isEqualTo(LocalDate.of(2026, 6, 8));
        tasks.postpone(id, LocalDate.of(2026, 6, 5), svea());
        tasks.finish(id, svea());
        Task next = onlyOpen();
        assertThat(next.details().dueOn()).isEqualTo(LocalDate.of(2026, 6, 15));
        clock.set(Instant.parse("2026-07-01T08:00:00Z"));
        tasks.finish(next.id(), svea());
        assertThat(onlyOpen().details().dueOn()).isEqualTo(LocalDate.of(2026, 7, 6));
    }

    @Test
    void aSeriesEndsByNumberByDayOrBecauseSomebodyStopsIt() {
        Recurrence daily = new Recurrence("FREQ=DAILY");
        long twice = tasks.add(simple("Water the plants").on(TODAY).repeated(daily.times(2)), svea());
        tasks.finish(twice, svea());
        Task second = onlyOpen();
        assertThat(second.details().dueOn()).isEqualTo(TODAY.plusDays(1));
        tasks.finish(second.id(), svea());
        assertThat(open()).isEmpty();

        long until = tasks.add(simple("Stand duty").on(TODAY).repeated(daily.until(TODAY.plusDays(1))), svea());
        tasks.skip(until, svea());
        assertThat(tasks.get(until, svea()).state()).isEqualTo(Task.State.DROPPED);
        tasks.finish(onlyOpen().id(), svea());
        assertThat(open()).isEmpty();

        long stopped = tasks.add(simple("Report").on(TODAY).repeated(daily), svea());
        tasks.stop(stopped, svea());
        tasks.finish(stopped, svea());
        assertThat(open()).isEmpty();
        long dropped = tasks.add(simple("Report").on(TODAY).repeated(daily), svea());
        tasks.drop(dropped, svea());
        assertThat(open()).isEmpty();
        refused("tasks.error.noDay", () -> tasks.add(simple("Some day").repeated(daily), svea()));
    }

    @Test
    void undoTakesBackWhatCameBackUnlessSomebodyTouchedIt() {
        Recurrence daily = new Recurrence("FREQ=DAILY");
        long id = tasks.add(simple("Check the mailbox").on(TODAY).repeated(daily), svea());
        tasks.finish(id, svea());
        assertThat(open()).hasSize(1);
        tasks.reopen(id, svea());
        assertThat(onlyOpen().id()).isEqualTo(id);
        tasks.finish(id, svea());
        long next = onlyOpen().id();
        clock.advance(java.time.Duration.ofMinutes(1));
        tasks.change(next, d -> d.noted("Ask Mara first"), svea());
        tasks.reopen(id, svea());
        assertThat(open()).extracting(Task::id).containsExactlyInAnyOrder(id, next);
        tasks.finish(id, svea());
        assertThat(open())
                .extracting(Task::id)
                .as("no second one of the same day")
                .containsExactly(next);
    }

    @Test
    void aReminderRingsOnceAtTheChosenTimeEvenIfTheJobRunsTwice() throws Exception {
        mails.start();
        LocalDateTime nine = LocalDateTime.of(2026, 6, 3, 9, 0);
        long id = tasks.add(
                simple("Call {0} Kern\r\nBcc: x@y")
                        .on(TODAY.plusDays(1))
                        .about(Subject.company(company()))
                        .reminded(nine, true),
                svea());
        long silent = tasks.add(simple("Quiet one").reminded(nine, false), svea());
        clock.set(Instant.parse("2026-06-03T06:59:59Z"));
        ring();
        assertThat(tasks.get(id, svea()).rings()).isFalse();
        clock.set(Instant.parse("2026-06-03T07:00:00Z"));
        ring();
        ring();
        assertThat(tasks.get(id, svea()).rings()).isTrue();
        assertThat(tasks.get(silent, svea()).rings()).isTrue();
        assertThat(mails.receivedBy("svea@kern.test")).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Reminder: Call {0} Kern Bcc: x@y");
            assertThat(mail.getContent().toString())
                    .contains("Kern", "https://crm.kern.test/tasks/" + id, "3 Jun 2026");
        });
        tasks.notice(id, svea());
        assertThat(tasks.get(id, svea()).rings()).isFalse();
        tasks.postpone(id, TODAY.plusDays(8), svea());
        assertThat(tasks.get(id, svea()).details().remindAt()).isEqualTo(nine.plusDays(7));
        clock.set(Instant.parse("2026-06-10T07:00:00Z"));
        ring();
        assertThat(mails.receivedBy("svea@kern.test"))
                .as("put off, it rings again")
                .hasSize(2);
        tasks.finish(id, svea());
        mails.stop();
    }

    @Test
    void remindersKeepTheWallClockOverTheSummerTimeSwitches() {
        // Berlin: no 02:30 on 28 March 2027, two of them on 31 October
        rings(LocalDateTime.of(2027, 3, 28, 2, 30), "2027-03-28T00:59:00Z", "2027-03-28T01:00:00Z");
        rings(LocalDateTime.of(2027, 10, 31, 2, 30), "2027-10-31T00:29:00Z", "2027-10-31T00:30:00Z");
        clock.set(Instant.parse("2027-03-22T07:00:00Z"));
        LocalDate monday = LocalDate.of(2027, 3, 22);
        long id = tasks.add(
                simple("Weekly figures")
                        .on(monday)
                        .at(LocalTime.of(10, 0))
                        .reminded(monday.atTime(9, 0), false)
                        .repeated(Recurrence.weekly(DayOfWeek.MONDAY, 1)),
                svea());
        tasks.finish(id, svea());
        Task next = onlyOpen();
        assertThat(next.details().remindAt()).isEqualTo(LocalDateTime.of(2027, 3, 29, 9, 0));
        assertThat(next.details().dueTime()).isEqualTo(LocalTime.of(10, 0));
        clock.set(Instant.parse("2027-03-29T06:59:00Z"));
        ring();
        assertThat(tasks.get(next.id(), svea()).rings()).isFalse();
        clock.set(Instant.parse("2027-03-29T07:00:00Z"));
        ring();
        assertThat(tasks.get(next.id(), svea()).rings()).isTrue();
    }

    private void rings(LocalDateTime wall, String before, String at) {
        clock.set(Instant.parse(before));
        long id = tasks.add(simple("Night shift").reminded(wall, false), svea());
        ring();
        assertThat(tasks.get(id, svea()).rings()).as(before).isFalse();
        clock.set(Instant.parse(at));
        ring();
        assertThat(tasks.get(id, svea()).rings()).as(at).isTrue();
        tasks.drop(id, svea());
    }

    private void ring() {
        queue.put("tasks.remind", "");
        queue.put("tasks.remind", "");
        queue.runUntilIdle();
    }

    private LocalDate due(long id) {
        return java.util.Objects.requireNonNull(tasks.get(id, svea()).details().dueOn());
    }

    private Task onlyOpen() {
        List<Task> open = open();
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private List<Task> open() {
        return db.fetch("select id from tasks.task where state = 'open' order by id").getValues(0, Long.class).stream()
                .map(id -> tasks.get(id, svea()))
                .toList();
    }

    private TaskDetails simple(String title) {
        return TaskDetails.of(title, svea().id());
    }

    private long company() {
        return companies.add(CompanyDetails.of("Kern"));
    }

    private Person svea() {
        return cast.person("svea");
    }

    private Person stefan() {
        return cast.person("stefan");
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
