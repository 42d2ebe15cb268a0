package doppelpass.deals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import doppelpass.identity.People;
import doppelpass.lists.CalendarPage;
import doppelpass.lists.ListRow;
import doppelpass.lists.Lists;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.testing.Window;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deals on the days they are expected to close; today is 2 June 2026. */
@DoppelpassTest
class DealCalendarTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    private final Lists lists;
    private final DealList list;
    private final Deals deals;
    private final Browser browser;
    private final People people;
    private final DSLContext db;
    private final Cast cast;

    DealCalendarTest(
            Lists lists, DealList list, Deals deals, Browser browser, People people, DSLContext db, Cast cast) {
        this.lists = lists;
        this.list = list;
        this.deals = deals;
        this.browser = browser;
        this.people = people;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void noDeals() {
        db.execute("truncate deals.deal cascade");
        people.prefer(cast.person("svea").id(), "en", "auto");
    }

    @Test
    void aMonthHoldsItsFirstAndLastDayAndNothingWithoutADay() {
        deal("Last of May", LocalDate.of(2026, 5, 31));
        deal("First of June", LocalDate.of(2026, 6, 1));
        deal("Last of June", LocalDate.of(2026, 6, 30));
        deal("First of July", LocalDate.of(2026, 7, 1));
        deal("Some day", null);
        CalendarPage june = calendar(Map.of());
        assertThat(june.today()).isEqualTo(TODAY);
        assertThat(june.all()).hasSize(30);
        assertThat(june.days().keySet()).containsExactly(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30));
        assertThat(june.shown(LocalDate.of(2026, 6, 1)))
                .extracting(CalendarPage.Entry::text)
                .containsExactly("First of June");
        assertThat(june.total()).isEqualTo(2);
        assertThat(calendar(Map.of("month", "2026-05")).total()).isEqualTo(1);
        assertThat(calendar(Map.of("month", "2026-02")).all()).hasSize(28);
        assertThat(calendar(Map.of("month", "soon")).total()).isEqualTo(2);
    }

    @Test
    void aWeekBeginsOnMonday() {
        CalendarPage june = calendar(Map.of());
        assertThat(june.week()).extracting(LocalDate::getDayOfWeek).containsExactly(DayOfWeek.values());
    }

    @Test
    void moreThanFourOnADayLeadToTheListOfThatDay() {
        for (int i = 1; i <= 6; i++) deal("Deal " + i, TODAY);
        deal("Other day", TODAY.plusDays(1));
        deal("Quartz", TODAY);
        CalendarPage june = calendar(Map.of("q", "deal", "where", "deal.amount > 1 || deal.amount < 0"));
        assertThat(june.shown(TODAY)).hasSize(4);
        assertThat(june.beyond(TODAY)).isEqualTo(2);
        assertThat(june.beyond(TODAY.plusDays(1))).isZero();
        Map<String, String> day = parameters(june.list(TODAY));
        assertThat(day).doesNotContainKeys("as", "month").containsEntry("q", "deal");
        assertThat(lists.open(list, day, cast.person("svea")).rows())
                .hasSize(6)
                .extracting(row -> row.cells().getFirst().text(0))
                .allMatch(name -> name.startsWith("Deal "));
    }

    @Test
    void filtersAndConditionsHoldInTheCalendarAndAViewKeepsIt() {
        long open = deal("Gears", TODAY);
        long won = deal("Gears won", TODAY);
        deals.win(won, null, TestClock.START);
        assertThat(ids(calendar(Map.of()))).containsExactly(open);
        assertThat(ids(calendar(Map.of("stage", "won")))).containsExactly(won);
        assertThat(ids(calendar(Map.of("stage", "all", "where", "deal.state == \"won\""))))
                .containsExactly(won);
        var page = lists.open(list, Map.of("as", "calendar", "month", "2026-08", "stage", "all"), cast.person("svea"));
        assertThat(page.kept()).isEqualTo("stage=all&as=calendar");
        assertThat(page.beyondFilters()).containsEntry("as", "calendar").containsEntry("month", "2026-08");
        assertThat(page.as("")).isEqualTo("/deals?stage=all");
    }

    @Test
    void aMonthWithMoreThanItCanShowSaysSo() {
        db.execute("""
                insert into deals.deal (name, stage_id, amount_minor, expected_close, created_at, stage_since, touched_at)
                select 'Bulk ' || i, (select min(id) from deals.stage where kind = 'open'), 1, '2026-06-15', now(), now(), now()
                from generate_series(1, 1001) i""");
        CalendarPage june = calendar(Map.of());
        assertThat(june.cut()).isTrue();
        assertThat(june.total()).isEqualTo(CalendarPage.MOST);
        db.execute("delete from deals.deal where name = 'Bulk 1'");
        assertThat(calendar(Map.of()).cut()).isFalse();
    }

    @Test
    void peopleLeafThroughMonthsByKeyboardOnAScreenAndAPhone() {
        for (int i = 1; i <= 6; i++) deal("Retrofit of the press line, phase " + i, TODAY);
        deal("Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik", LocalDate.of(2026, 6, 12));
        deal("July", LocalDate.of(2026, 7, 9));
        try (Window window = browser.as("svea")) {
            window.open("/deals", 1280, false);
            Page page = window.page();
            page.locator(".switch a", new Page.LocatorOptions().setHasText("Calendar"))
                    .press("Enter");
            assertThat(page.locator("h2", new Page.LocatorOptions().setHasText("June 2026")))
                    .isVisible();
            assertThat(page.locator(".monthly [aria-current=date] .day-number")).hasText("2");
            look(window, "calendar");
            page.locator(".monthly-head a[rel=next]").press("Enter");
            assertThat(page.locator(".monthly")).containsText("July");
            page.locator(".filters [name=q]").fill("nothing at all");
            assertThat(page.locator(".monthly-head")).containsText("No record in this month");
            assertThat(page.locator("h2", new Page.LocatorOptions().setHasText("July 2026")))
                    .isVisible();
            window.open("/deals?as=calendar", 1280, false);
            page.getByText("+ 2 more").press("Enter");
            assertThat(page.locator(".chip")).hasCount(1);
            assertThat(page.locator("tbody tr")).hasCount(6);
            page.locator(".switch a", new Page.LocatorOptions().setHasText("Board"))
                    .press("Enter");
            assertThat(page.locator(".board-card")).hasCount(6);
        }
    }

    private void look(Window window, String file) {
        for (boolean dark : List.of(false, true)) {
            people.prefer(cast.person("svea").id(), dark ? "de" : "en", "auto");
            for (int width : List.of(1280, 360)) {
                window.open("/deals?as=calendar", width, dark);
                assertThat(window.barriers()).isEmpty();
                assertThat(window.complaints()).isEmpty();
                assertThat(window.overflow()).as("width " + width).isZero();
                window.shot(Path.of("target/shots/" + file + "-" + width + (dark ? "-dark" : "") + ".png"));
            }
        }
        people.prefer(cast.person("svea").id(), "en", "auto");
        window.open("/deals?as=calendar", 1280, false);
    }

    private CalendarPage calendar(Map<String, String> asked) {
        Map<String, String> parameters = new HashMap<>(asked);
        parameters.put("as", "calendar");
        return Objects.requireNonNull(
                lists.open(list, parameters, cast.person("svea")).calendar());
    }

    private static List<Long> ids(CalendarPage calendar) {
        return calendar.days().values().stream()
                .flatMap(List::stream)
                .map(CalendarPage.Entry::row)
                .map(ListRow::id)
                .toList();
    }

    private static Map<String, String> parameters(String url) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : url.substring(url.indexOf('?') + 1).split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], java.net.URLDecoder.decode(parts[1], java.nio.charset.StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private long deal(String name, @Nullable LocalDate close) {
        return deals.open(
                new SomeDeal().named(name).closing(close).details(),
                null,
                cast.person("svea").id(),
                TestClock.START.minusSeconds(3600));
    }
}
