package doppelpass.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.testing.Window;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DoppelpassTest
class MeetingPagesTest {
    private static final Pattern ADDRESS = Pattern.compile("(/calendar/[\\w-]+\\.ics)");

    private final TestBrowsers browsers;
    private final Browser browser;
    private final Agendas agendas;
    private final Minutes minutes;
    private final Actions actions;
    private final SomeSeries some;
    private final TestClock clock;
    private final Cast cast;
    private final DSLContext db;

    MeetingPagesTest(
            TestBrowsers browsers,
            Browser browser,
            Agendas agendas,
            Minutes minutes,
            Actions actions,
            SomeSeries some,
            TestClock clock,
            Cast cast,
            DSLContext db) {
        this.browsers = browsers;
        this.browser = browser;
        this.agendas = agendas;
        this.minutes = minutes;
        this.actions = actions;
        this.some = some;
        this.clock = clock;
        this.cast = cast;
        this.db = db;
    }

    @BeforeEach
    void start() {
        db.execute("truncate meetings.series, meetings.action, meetings.feed cascade");
        clock.set(TestClock.START);
    }

    @Test
    void aSeriesIsFoundedOnThePageAndStandsInTheList() {
        WebClient lena = browsers.as("lena");
        assertThat(lena.get("/meetings").body()).contains("No date yet");
        var answer = lena.post(
                "/meetings/series",
                Map.of(
                        "name", "Weekly <b>",
                        "rhythm", "weekly",
                        "day", "4",
                        "date", "2026-06-08",
                        "time", "09:00",
                        "minutes", "30",
                        "host", Long.toString(cast.person("lena").id()),
                        "moderator", "sales",
                        "holidays", "true",
                        "participants", Long.toString(cast.person("mara").id())));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(lena.get("/meetings").body()).contains("Weekly &lt;b&gt;", "11 June 2026", "Every week, 30 minutes");
        assertThat(browsers.as("selma").get("/meetings").body()).doesNotContain("Weekly &lt;b&gt;");
    }

    @Test
    void aSeriesWithoutPeopleComesBackWithTheReason() {
        var answer = browsers.as("lena").post("/meetings/series", Map.of("name", "Empty", "host", "1"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Choose at least one participant", "Empty");
    }

    @Test
    void fromProposalToConfirmedMinutesOnThePage() {
        Meeting first = some.first(some.weekly());
        String page = "/meetings/" + first.id();
        WebClient svea = browsers.as("svea");
        svea.get(page);
        assertThat(svea.post(page + "/items", Map.of("title", "New price list", "minutes", "5"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(svea.send("PUT", page + "/publication", Map.of()).statusCode())
                .as("svea leads no team")
                .isEqualTo(422);
        WebClient mara = browsers.as("mara");
        mara.send("PUT", page + "/proposals", Map.of());
        assertThat(mara.send("PUT", page + "/publication", Map.of()).statusCode())
                .isEqualTo(302);
        clock.set(first.startsAt());
        mara.send("PUT", page + "/session", Map.of());
        Item item = agendas.of(first.id()).stream()
                .filter(i -> !i.frame())
                .findFirst()
                .orElseThrow();
        mara.send("PUT", "/meetings/items/" + item.id() + "/floor", Map.of());
        assertThat(mara.get(page + "?kind=action").body()).contains("What will be done?", "data-elapsed");
        mara.post(
                "/meetings/items/" + item.id() + "/outcomes",
                Map.of(
                        "kind", "action",
                        "text", "Write the price list",
                        "person", Long.toString(cast.person("svea").id()),
                        "day", "2026-06-18"));
        mara.send("DELETE", page + "/session", Map.of());
        assertThat(mara.send("PUT", page + "/confirmation", Map.of()).statusCode())
                .isEqualTo(302);
        browsers.as("stefan").send("PUT", page + "/confirmation", Map.of());
        assertThat(svea.get(page).body()).contains("minutes confirmed", "Write the price list", "Corrections");
        assertThat(svea.get("/actions").body()).contains("Write the price list", "Svea Sales");
        assertThat(browsers.as("carlo").get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void theFeedIsReadWithoutSigningInUntilItsAddressIsRevoked() {
        some.weekly();
        WebClient svea = browsers.as("svea");
        svea.get("/meetings");
        Matcher address = ADDRESS.matcher(svea.post("/calendar", Map.of()).body());
        assertThat(address.find()).isTrue();
        var feed = browsers.stranger().get(address.group(1));
        assertThat(feed.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        var calendar = Biweekly.parse(feed.body()).first();
        assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(calendar.getEvents()).hasSize(1);
        assertThat(feed.body()).doesNotContain("ATTENDEE");
        assertThat(db.fetch("select * from meetings.feed").toString())
                .doesNotContain(address.group(1).substring(10, 42));
        svea.send("DELETE", "/calendar", Map.of());
        assertThat(browsers.stranger().get(address.group(1)).statusCode()).isEqualTo(404);
        assertThat(browsers.stranger().get("/calendar/guess.ics").statusCode()).isEqualTo(404);
    }

    @Test
    void thePagesAreCalmOnWideAndNarrowScreens() {
        Meeting meeting = story();
        try (Window window = browser.as("mara")) {
            look(window, "list", "/meetings");
            look(window, "series", "/meetings/series/" + meeting.series().id());
            look(window, "running", "/meetings/" + meeting.id() + "?kind=action");
            look(
                    window,
                    "ahead",
                    "/meetings/" + some.meetings(meeting.series().id()).get(1).id());
            look(window, "actions", "/actions?owner=all&state=every");
            minutes.close(some.again(meeting));
            look(window, "minutes", "/meetings/" + meeting.id());
        }
        try (Window window = browser.as("ada")) {
            look(window, "mail", "/mail");
        }
    }

    private Meeting story() {
        long series = some.weekly();
        Meeting first = some.first(series);
        act("Call everybody who visited the fair", "svea", "2026-06-05");
        act("Stop “Whitepaper Q3” for companies under 20 people", "mara", "2026-06-01");
        agendas.propose(
                first, "New price list before the trade fair in September", "Budget is short", 5, cast.person("svea"));
        agendas.collect(first);
        agendas.collect(some.meetings(series).get(1));
        clock.set(first.startsAt());
        minutes.open(first);
        Item item = agendas.of(first.id()).get(2);
        minutes.turnTo(item);
        minutes.decide(
                item,
                "MQL v4 comes into force on 1 July; marketing's monthly volume is 405 instead of 500.",
                cast.person("lena").id(),
                LocalDate.parse("2026-07-01"),
                cast.person("mara"));
        minutes.act(
                item,
                new NewAction(
                        "Add company size to the form",
                        cast.person("mara").id(),
                        LocalDate.parse("2026-06-18"),
                        "MQL → SAL",
                        "+4 points"),
                cast.person("mara"));
        return some.again(first);
    }

    private void act(String text, String owner, String due) {
        actions.add(
                null,
                new NewAction(text, cast.person(owner).id(), LocalDate.parse(due), "MQL → SAL", "+4 points"),
                cast.person("mara"));
    }

    private static void look(Window window, String name, String path) {
        for (int width : List.of(1280, 360)) {
            assertThat(window.open(path, width, false)).as(path).isEqualTo(200);
            window.shot(Path.of("target/shots/meetings-" + name + "-" + width + ".png"));
            assertThat(window.overflow()).as(path + " at " + width).isZero();
            assertThat(window.barriers()).as(path + " at " + width).isEmpty();
            assertThat(window.complaints()).as(path + " at " + width).isEmpty();
        }
    }
}
