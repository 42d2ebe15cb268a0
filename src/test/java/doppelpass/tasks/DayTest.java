package doppelpass.tasks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import doppelpass.contacts.ContactDetails;
import doppelpass.contacts.Contacts;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.leads.SomeContacts;
import doppelpass.meetings.Actions;
import doppelpass.meetings.NewAction;
import doppelpass.tasks.views.DayPart;
import doppelpass.tasks.views.DayRow;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.testing.Window;
import doppelpass.timeline.Subject;
import doppelpass.work.Queue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Today is Tuesday, 2 June 2026, 10:00. */
@DoppelpassTest
class DayTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);
    private static final Path PICTURES = Path.of("target/pictures/day");

    private final Days days;
    private final Tasks tasks;
    private final Contacts contacts;
    private final SomeContacts someContacts;
    private final Actions actions;
    private final People people;
    private final TestBrowsers browsers;
    private final Browser windows;
    private final Queue queue;
    private final TestClock clock;
    private final DSLContext db;
    private final Cast cast;

    DayTest(
            Days days,
            Tasks tasks,
            Contacts contacts,
            SomeContacts someContacts,
            Actions actions,
            People people,
            TestBrowsers browsers,
            Browser windows,
            Queue queue,
            TestClock clock,
            DSLContext db,
            Cast cast) {
        this.days = days;
        this.tasks = tasks;
        this.contacts = contacts;
        this.someContacts = someContacts;
        this.actions = actions;
        this.people = people;
        this.browsers = browsers;
        this.windows = windows;
        this.queue = queue;
        this.clock = clock;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        clock.set(TestClock.START);
        cast.enter();
    }

    @Test
    void aDayShowsWhatIsLateDueRemindedAndAheadInThatOrder() {
        add("Next month", TODAY.plusDays(8));
        add("In a week", TODAY.plusDays(7));
        add("Tomorrow", TODAY.plusDays(1));
        add("Yesterday", TODAY.minusDays(1));
        add("Last year", TODAY.minusYears(1));
        add("Today", TODAY);
        tasks.add(simple("Today at nine").on(TODAY).at(LocalTime.of(9, 0)), svea());
        tasks.add(simple("Today, high").on(TODAY).weighing(Priority.HIGH), svea());
        tasks.add(simple("Some day"), svea());
        tasks.add(simple("Far away").on(TODAY.plusDays(90)).reminded(TODAY.atTime(8, 0), false), svea());
        tasks.add(TaskDetails.of("Stefan's", cast.person("stefan").id()).on(TODAY), svea());
        tasks.finish(add("Done", TODAY), svea());
        queue.put("tasks.remind", "");
        queue.runUntilIdle();

        Day day = days.of(svea());
        assertThat(day.parts())
                .extracting(DayPart::code)
                .containsExactly("overdue", "today", "reminded", "week", "undated");
        assertThat(titles(day, "overdue")).containsExactly("Last year", "Yesterday");
        assertThat(titles(day, "today")).containsExactly("Today at nine", "Today, high", "Today");
        assertThat(titles(day, "reminded")).containsExactly("Far away");
        assertThat(titles(day, "week")).containsExactly("Tomorrow", "In a week");
        assertThat(titles(day, "undated")).containsExactly("Some day");
        assertThat(part(day, "today").rows()).extracting(DayRow::late).containsExactly(true, false, false);
        assertThat(day.parts()).extracting(DayPart::count).containsExactly(2, 3, 1, 2, 1);
        assertThat(day.done()).isEqualTo(1);
        assertThat(browsers.as("svea").get("/me").body())
                .as("late, today and reminded beside the menu entry")
                .containsPattern("href=\"/day\"[^<]*(<svg.*?</svg>)<span>My day</span>\\s*<b[^>]*>6</b>");
        assertThat(browsers.as("mara").get("/day").body()).contains("Nothing waits for you");
        assertThat(browsers.as("boris").get("/day").statusCode()).isEqualTo(403);
    }

    @Test
    void whatWaitsInOtherModulesStandsInTheSameRhythm() {
        db.execute(
                "insert into deals.deal (name, stage_id, owner_id, next_step, next_step_on, created_at, stage_since)"
                        + " select n, (select id from deals.stage where kind = k order by id limit 1), {0}, 'Send ' || n,"
                        + " d::date, now(), now() from (values ('Drives', 'open', '2026-06-01'), ('Gears', 'open', '2026-06-09'),"
                        + " ('Pumps', 'open', '2026-06-10'), ('Motors', 'won', '2026-06-01')) v(n, k, d)",
                org.jooq.impl.DSL.val(svea().id()));
        actions.add(null, new NewAction("Call the lost ones", svea().id(), TODAY, "", ""), svea());
        actions.add(null, new NewAction("Not mine", cast.person("mara").id(), TODAY, "", ""), svea());
        db.execute(
                "insert into leads.lead (contact_id, product_line, state, channel, owner_id, created_at, state_since)"
                        + " values ({0}, 'gears', 'SQL', 'event', {1}, '2026-01-07', '2026-05-01'),"
                        + " ({0}, 'pumps', 'SQL', 'event', {1}, '2026-01-07', '2026-06-01')",
                org.jooq.impl.DSL.val(someContacts.complete()), org.jooq.impl.DSL.val(svea().id()));
        WebClient mara = browsers.as("mara");
        String lead = mara.post(
                        "/leads",
                        Map.of(
                                "contact", "" + someContacts.complete(),
                                "productLine", "gears",
                                "source", "Fair",
                                "channel", "event",
                                "handRaise", "call_me"))
                .headers()
                .firstValue("location")
                .orElseThrow()
                .replaceFirst("https?://[^/]+", "");
        mara.post(lead + "/hand-overs", Map.of("trigger", "Wants a price", "team", ""));

        // real clocks do not stand at full minutes
        db.execute("update leads.handover set due_accept_at = due_accept_at + interval '7.654321 seconds'");
        Day day = days.of(svea());
        assertThat(elsewhere(day, "overdue")).containsExactly("deals.nextStep Send Drives");
        assertThat(elsewhere(day, "week")).containsExactly("deals.nextStep Send Gears");
        assertThat(elsewhere(day, "today"))
                .hasSize(3)
                .contains("meetings.action Call the lost ones")
                .anyMatch(line -> line.startsWith("leads.waits.pass Kern Werk"))
                .anyMatch(line -> line.startsWith("leads.waits.idle Julia Kern"));
        assertThat(part(day, "today").count()).isEqualTo(3);
        assertThat(browsers.as("svea").get("/day").body())
                .contains("Send Drives", "hand-over", "lead is idle")
                .doesNotContain("7.654321");
        assertThat(browsers.as("carlo").get("/day").body()).contains("Nothing waits for you");
    }

    @Test
    void aDayIsWorkedOffByKeyboard() throws Exception {
        Files.createDirectories(PICTURES);
        long contact = contacts.add(ContactDetails.of("Julia", "Kern", null));
        tasks.add(simple("Send the drawing").on(TODAY.minusDays(1)).about(Subject.contact(contact)), svea());
        tasks.add(simple("Book the train").on(TODAY), svea());
        tasks.add(simple("Ask for the budget").on(TODAY).weighing(Priority.HIGH), cast.person("stefan"));
        tasks.add(simple("Tidy the pipeline").on(TODAY.plusDays(3)), svea());
        try (Window svea = windows.as("svea")) {
            Page page = svea.page();
            svea.open("/day", 1280, false);
            pictures(svea, "day");
            svea.open("/day", 1280, false);
            page.keyboard().press("j");
            focused(page, "Send the drawing");
            page.keyboard().press("j");
            focused(page, "Ask for the budget");
            page.keyboard().press("k");
            page.keyboard().press("x");
            assertThat(page.locator("#part-overdue")).hasCount(0);
            focused(page, "Ask for the budget");
            page.locator("[data-toast] .undo").click();
            page.locator("#part-overdue [data-row-open]").first().focus();
            focused(page, "Send the drawing");
            page.keyboard().press("j");
            focused(page, "Ask for the budget");
            page.keyboard().press("s");
            page.keyboard().press("Enter");
            assertThat(page.locator("#part-week")).containsText("Ask for the budget");
            page.keyboard().press("n");
            page.keyboard().type("Call Julia");
            page.keyboard().press("Enter");
            assertThat(page.locator("#part-today")).containsText("Call Julia");
            page.locator("#part-today [data-row-open]").first().focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/tasks/*");
            assertThat(page.locator("h1")).hasText("Book the train");
            assertThat(svea.complaints()).isEmpty();
            pictures(svea, "task");
            page.keyboard().press("x");
            page.waitForSelector("text=Reopen");
            svea.open("/tasks", 1280, false);
            pictures(svea, "list");
        }
        assertThat(db.fetch("select title, due_on::text from tasks.task where state = 'open' order by due_on, id")
                        .map(r -> r.get(0) + " " + r.get(1)))
                .containsExactly(
                        "Send the drawing 2026-06-01",
                        "Call Julia 2026-06-02",
                        "Ask for the budget 2026-06-03",
                        "Tidy the pipeline 2026-06-05");
    }

    @Test
    void aCallIsLoggedInTwoClicksWithWhatFollowsAndTheNextStepIsAlwaysThere() throws Exception {
        Files.createDirectories(PICTURES);
        long contact = contacts.add(ContactDetails.of("Julia", "Kern", null));
        String url = "/contacts/" + contact;
        try (Window svea = windows.as("svea")) {
            Page page = svea.page();
            svea.open(url, 1280, false);
            assertThat(page.locator(".next-step")).containsText("No next step");
            page.locator("[data-dialog=log-call]").click();
            svea.shot(PICTURES.resolve("call.png"));
            page.locator("#log-call button[value=voicemail]").click();
            assertThat(page.locator("#history .entry")).containsText("Voicemail");
            assertThat(page.locator(".next-step")).containsText("No next step");

            page.keyboard().press("c");
            page.locator("#log-call .day-chips").getByText("Tomorrow").click();
            page.locator("#log-call button[value=call_back]").click();
            assertThat(page.locator(".next-step")).containsText("Call again");
            assertThat(page.locator(".next-step")).containsText("Tomorrow");

            page.locator(".more-tasks > summary").click();
            page.locator(".more-tasks [name=title]").fill("Send the price list");
            page.locator(".more-tasks button[value=week]").click();
            page.locator(".more-tasks > summary").click();
            Locator second = page.locator(".more-tasks .task-line");
            assertThat(second).containsText("Send the price list");
            assertThat(second).containsText("Mon, 8 Jun");
            assertThat(svea.barriers()).isEmpty();
            page.locator(".next-step > .task-line .tick").click();
            assertThat(page.locator(".next-step > .task-line")).containsText("Send the price list");
            page.locator("[data-toast] .undo").click();
            assertThat(page.locator(".next-step > .task-line")).containsText("Call again");
            page.keyboard().press("m");
            page.locator("#log-meeting button[value=reached]").click();
            assertThat(page.locator("#history .entry")).hasCount(3);
            pictures(svea, "contact");
            long deal = aDealWithAStepAndATask();
            svea.open("/deals/" + deal, 1280, false);
            assertThat(page.locator(".next-step .next-label")).hasText("Tasks");
            assertThat(page.locator(".next-step")).not().containsText("Send Drives");
            pictures(svea, "deal");
        }
        assertThat(db.fetch("select outcome from timeline.activity order by id").getValues(0, String.class))
                .containsExactly("voicemail", "call_back", "reached");
    }

    private long aDealWithAStepAndATask() {
        long deal = Objects.requireNonNull(db.fetchSingle(
                        "insert into deals.deal (name, stage_id, next_step, next_step_on, created_at, stage_since)"
                                + " select 'Drives', min(id), 'Send Drives', '2026-06-01', now(), now()"
                                + " from deals.stage where kind = 'open' returning id")
                .get(0, Long.class));
        tasks.add(simple("Ask for the tender").on(TODAY).about(Subject.deal(deal)), svea());
        return deal;
    }

    private static void focused(Page page, String title) {
        assertThat(page.locator("[data-row-open]:focus")).hasText(title);
    }

    /** At both widths in both schemes, without barriers and without scrolling sideways; German on the dark ones. */
    private void pictures(Window svea, String name) {
        String path = java.net.URI.create(svea.page().url()).getPath();
        for (boolean dark : new boolean[] {false, true}) {
            people.prefer(svea().id(), dark ? "de" : "en", dark ? "dark" : "light");
            for (int width : new int[] {1280, 360}) {
                svea.open(path, width, dark);
                assertThat(svea.overflow()).as("%s at %d", name, width).isZero();
                if (width == 1280) assertThat(svea.barriers()).as(name).isEmpty();
                assertThat(svea.complaints()).isEmpty();
                svea.shot(PICTURES.resolve(name + "-" + width + (dark ? "-dark-de" : "") + ".png"));
            }
        }
        people.prefer(svea().id(), "en", "auto");
        svea.open(path, 1280, false);
    }

    private static List<String> titles(Day day, String code) {
        return part(day, code).rows().stream()
                .map(row -> Objects.requireNonNull(row.task()).details().title())
                .toList();
    }

    private static List<String> elsewhere(Day day, String code) {
        return part(day, code).rows().stream()
                .map(row -> Objects.requireNonNull(row.item()))
                .map(item -> item.what() + " " + item.title())
                .toList();
    }

    private static DayPart part(Day day, String code) {
        return day.parts().stream()
                .filter(part -> part.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no part " + code + " in " + day.parts()));
    }

    private long add(String title, LocalDate on) {
        return tasks.add(simple(title).on(on), svea());
    }

    private TaskDetails simple(String title) {
        return TaskDetails.of(title, svea().id());
    }

    private Person svea() {
        return cast.person("svea");
    }
}
