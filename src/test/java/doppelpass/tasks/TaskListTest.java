package doppelpass.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.identity.Person;
import doppelpass.lists.Cell;
import doppelpass.lists.ListPage;
import doppelpass.lists.Lists;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.WebClient;
import doppelpass.timeline.Subject;
import doppelpass.work.Queue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Today is 2 June 2026. */
@DoppelpassTest
class TaskListTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 2);

    private final Lists lists;
    private final TaskList list;
    private final Tasks tasks;
    private final Companies companies;
    private final TestBrowsers browsers;
    private final Queue queue;
    private final DSLContext db;
    private final Cast cast;

    TaskListTest(
            Lists lists,
            TaskList list,
            Tasks tasks,
            Companies companies,
            TestBrowsers browsers,
            Queue queue,
            DSLContext db,
            Cast cast) {
        this.lists = lists;
        this.list = list;
        this.tasks = tasks;
        this.companies = companies;
        this.browsers = browsers;
        this.queue = queue;
        this.db = db;
        this.cast = cast;
    }

    @BeforeEach
    void stage() {
        db.execute("truncate tasks.task");
    }

    @Test
    void openTasksOneMaySeeAreShownWithWhatTheyAreAbout() {
        long company = companies.add(CompanyDetails.of("Kern Antriebe"));
        tasks.add(task("Late").on(TODAY.minusDays(1)).about(Subject.company(company)), svea());
        tasks.add(task("Soon").on(TODAY.plusDays(2)).weighing(Priority.HIGH), svea());
        tasks.finish(tasks.add(task("Gone").on(TODAY), svea()), svea());
        tasks.add(TaskDetails.of("Secret", stefan().id()), stefan());

        assertThat(names(Map.of())).containsExactly("Late", "Soon");
        assertThat(names(Map.of("state", "done"))).containsExactly("Gone");
        assertThat(names(Map.of("state", "all", "q", "SO"))).containsExactly("Soon");
        assertThat(names(Map.of("where", "!task.done && task.due_on < today"))).containsExactly("Late");
        assertThat(names(Map.of("sort", "priority"))).containsExactly("Soon", "Late");
        assertThat(Objects.requireNonNull(open(Map.of("as", "calendar", "month", "2026-06"))
                                .calendar())
                        .total())
                .isEqualTo(2);
        assertThat(browsers.as("svea").get("/tasks").body())
                .contains("href=\"/companies/" + company + "\"", "Kern Antriebe")
                .doesNotContain("Secret");
        WebClient svea = browsers.as("svea");
        assertThat(svea.get(
                                "/companies?where=company.tasks.exists(t,+!t.done+%26%26+t.due_on+%3C+today)&cols=name,task")
                        .body())
                .contains("Kern Antriebe", "Late");
        assertThat(svea.get("/lists/tasks/export.csv?cols=title,about,due").body())
                .contains("Late,Kern Antriebe,2026-06-01")
                .doesNotContain("Secret");
    }

    @Test
    void cellsAreWrittenInPlaceButNotThoseOfOthers() {
        long id = tasks.add(task("Call").on(TODAY), svea());
        WebClient svea = browsers.as("svea");
        svea.send("PUT", "/lists/tasks/" + id + "/due", Map.of("value", "2026-06-09", "was", "2026-06-02"));
        svea.send(
                "PUT",
                "/lists/tasks/" + id + "/assignee",
                Map.of("value", "" + stefan().id(), "was", "" + svea().id()));
        Task written = tasks.get(id, svea());
        assertThat(written.details().dueOn()).isEqualTo(LocalDate.of(2026, 6, 9));
        assertThat(written.giver()).isEqualTo("Svea Sales");
        WebClient mara = browsers.as("mara");
        assertThat(mara.get("/lists/tasks/" + id + "/title").statusCode()).isEqualTo(404);
        assertThat(mara.send("PUT", "/lists/tasks/" + id + "/title", Map.of("value", "Mine", "was", "Call"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(browsers.as("boris").get("/tasks").statusCode()).isEqualTo(403);
    }

    @Test
    void manyAreDoneAtOnceAndGivenBackWithUndo() {
        long one = tasks.add(task("One"), svea());
        long two = tasks.add(task("Two"), svea());
        long foreign = tasks.add(TaskDetails.of("Foreign", stefan().id()), stefan());
        WebClient svea = browsers.as("svea");
        var asked = svea.post(
                "/lists/tasks/bulk?ids=" + one + "&ids=" + two + "&ids=" + foreign,
                Map.of("column", "state", "value", "done"));
        String page = asked.headers().firstValue("location").orElseThrow().replaceFirst("https?://[^/]+", "");
        svea.send("PUT", page + "/run", Map.of());
        queue.runUntilIdle();
        assertThat(states()).containsExactly("done", "done", "open");
        svea.post(page + "/undo", Map.of());
        queue.runUntilIdle();
        assertThat(states()).containsExactly("open", "open", "open");
    }

    private List<String> states() {
        return db.fetch("select state from tasks.task order by id").getValues(0, String.class);
    }

    private List<String> names(Map<String, String> asked) {
        return open(asked).rows().stream()
                .map(row -> row.cells().getFirst())
                .map(Cell::words)
                .toList();
    }

    private ListPage open(Map<String, String> asked) {
        return lists.open(list, asked, svea());
    }

    private TaskDetails task(String title) {
        return TaskDetails.of(title, svea().id());
    }

    private Person svea() {
        return cast.person("svea");
    }

    private Person stefan() {
        return cast.person("stefan");
    }
}
