package doppelpass.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.identity.People;
import doppelpass.lists.CalendarPage;
import doppelpass.lists.ListPage;
import doppelpass.lists.ListRow;
import doppelpass.lists.Lists;
import doppelpass.lists.plug.Column;
import doppelpass.testing.Browser;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.Window;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The organisation's clocks show Berlin's time: two hours ahead in summer. */
@DoppelpassTest
class ActivityListTest {
    private final Lists lists;
    private final ActivityList list;
    private final Activities activities;
    private final Companies companies;
    private final Browser browser;
    private final People people;
    private final DSLContext db;
    private final Cast cast;

    ActivityListTest(
            Lists lists,
            ActivityList list,
            Activities activities,
            Companies companies,
            Browser browser,
            People people,
            DSLContext db,
            Cast cast) {
        this.lists = lists;
        this.list = list;
        this.activities = activities;
        this.companies = companies;
        this.browser = browser;
        this.people = people;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void noActivities() {
        db.execute("truncate timeline.activity cascade");
    }

    @Test
    void theListSaysWhomAnActivityIsAbout() {
        long company = companies.add(CompanyDetails.of("Kern Antriebe"));
        log(company, "Budget approved", "2026-05-04T09:00:00Z");
        ListPage page = open(Map.of("cols", "subject,company,kind,person"));
        assertThat(page.rows()).singleElement().satisfies(row -> {
            assertThat(row.cells())
                    .extracting(cell -> cell.text(0))
                    .containsExactly("Budget approved", "Kern Antriebe", "call", "Svea Sales");
            assertThat(row.cells().get(1).text(1)).isEqualTo(Long.toString(company));
        });
        assertThat(page.writable())
                .extracting(Column::name)
                .contains("outcome", "person")
                .doesNotContain("kind");
    }

    @Test
    void daysBeginAndEndByTheClocksOfTheOrganisation() {
        long company = companies.add(CompanyDetails.of("Kern Antriebe"));
        // 0:30 on 1 May and 23:59 on 31 May in Berlin
        long first = log(company, "First", "2026-04-30T22:30:00Z");
        long last = log(company, "Last", "2026-05-31T21:59:00Z");
        long june = log(company, "June", "2026-05-31T22:00:00Z");
        CalendarPage may = calendar("2026-05");
        assertThat(may.days().keySet()).containsExactly(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31));
        assertThat(calendar("2026-06").days().keySet()).containsExactly(LocalDate.of(2026, 6, 1));
        assertThat(ids(Map.of("from", "2026-05-01", "to", "2026-05-31"))).containsExactlyInAnyOrder(first, last);
        String rule = Objects.requireNonNull(list.listing().calendar()).rule(LocalDate.of(2026, 6, 1));
        assertThat(ids(Map.of("where", rule))).containsExactly(june);
    }

    @Test
    void everyColumnIsReadAndSortsTheListAndEmptyOnesLookFine() {
        long company = companies.add(
                CompanyDetails.of("Vereinigte Antriebs- und Getriebetechnik Süddeutschland GmbH & Co. KG"));
        long id = log(company, "", "2026-05-04T09:00:00Z");
        log(company, "A".repeat(200), "2026-05-05T09:00:00Z");
        String all = String.join(",", list.listing().sorts().keySet());
        for (String sort : list.listing().sorts().keySet()) {
            assertThat(ids(Map.of("cols", all, "sort", sort, "desc", "true")))
                    .as(sort)
                    .hasSize(2)
                    .contains(id);
        }
        try (Window window = browser.as("svea")) {
            for (String path : List.of("/activities", "/activities?as=calendar&month=2026-05")) {
                for (boolean dark : List.of(false, true)) {
                    people.prefer(cast.person("svea").id(), dark ? "de" : "en", "auto");
                    for (int width : List.of(1280, 360)) {
                        window.open(path, width, dark);
                        assertThat(window.barriers()).as(path).isEmpty();
                        assertThat(window.complaints()).as(path).isEmpty();
                        assertThat(window.overflow()).as(path + " " + width).isZero();
                        String file = path.contains("calendar") ? "activity-calendar-" : "activities-";
                        window.shot(Path.of("target/shots/" + file + width + (dark ? "-dark" : "") + ".png"));
                    }
                }
            }
        }
        people.prefer(cast.person("svea").id(), "en", "auto");
    }

    private long log(long company, String subject, String at) {
        return activities.log(new NewActivity(
                NewActivity.Kind.CALL,
                Direction.OUT,
                NewActivity.Outcome.REACHED,
                subject,
                null,
                About.of(new Subject(Subject.Kind.COMPANY, company)),
                cast.person("svea").id(),
                Instant.parse(at),
                null,
                Origin.NONE));
    }

    private CalendarPage calendar(String month) {
        return Objects.requireNonNull(
                open(Map.of("as", "calendar", "month", month)).calendar());
    }

    private List<Long> ids(Map<String, String> asked) {
        return open(asked).rows().stream().map(ListRow::id).toList();
    }

    private ListPage open(Map<String, String> asked) {
        return lists.open(list, asked, cast.person("svea"));
    }
}
