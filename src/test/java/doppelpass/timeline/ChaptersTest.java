package doppelpass.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.PageRequest;
import doppelpass.deals.Deals;
import doppelpass.deals.SomeDeal;
import doppelpass.files.Files;
import doppelpass.files.Upload;
import doppelpass.identity.Person;
import doppelpass.notes.Notes;
import doppelpass.tasks.TaskDetails;
import doppelpass.tasks.Tasks;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestBrowsers;
import doppelpass.testing.TestClock;
import doppelpass.testing.WebClient;
import doppelpass.timeline.views.HistoryEntry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other modules tell of a record stands in its one history. */
@DoppelpassTest
class ChaptersTest {
    private final Histories histories;
    private final Activities activities;
    private final Deals deals;
    private final Notes notes;
    private final Tasks tasks;
    private final Files files;
    private final Cast cast;
    private final TestClock clock;
    private final TestBrowsers browsers;
    private Subject deal = Subject.deal(0);
    private long note;

    ChaptersTest(
            Histories histories,
            Activities activities,
            Deals deals,
            Notes notes,
            Tasks tasks,
            Files files,
            Cast cast,
            TestClock clock,
            TestBrowsers browsers) {
        this.histories = histories;
        this.activities = activities;
        this.deals = deals;
        this.notes = notes;
        this.tasks = tasks;
        this.files = files;
        this.cast = cast;
        this.clock = clock;
        this.browsers = browsers;
    }

    /** One thing an hour. */
    @BeforeEach
    void aDayOfADeal() {
        clock.set(TestClock.START);
        Person svea = cast.person("svea");
        deal = Subject.deal(deals.open(new SomeDeal().ownedBy(svea.id()).details(), null, svea.id(), clock.instant()));
        later();
        activities.log(NewActivity.call(About.of(deal), svea.id(), NewActivity.Outcome.REACHED, clock.instant()));
        later();
        note = notes.write(deal, "Ask @Mara about **gears**\n\n- and <b>teeth</b>", svea);
        later();
        byte[] bytes = "drawing".getBytes(StandardCharsets.UTF_8);
        files.add(deal, new Upload("drawing.txt", bytes.length, () -> new ByteArrayInputStream(bytes)), svea);
        later();
        long task = tasks.add(TaskDetails.of("Send the drawing", svea.id()).about(deal), svea);
        tasks.add(TaskDetails.of("Still to do", svea.id()).about(deal), svea);
        tasks.finish(task, svea);
        later();
        deals.win(deal.id(), svea.id(), clock.instant());
    }

    private void later() {
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void everythingOfARecordIsOneListNewestFirstAndEachKindAloneToo() {
        assertThat(kinds("")).containsExactly("won", "task", "file", "note", "call", "created");
        assertThat(kinds("step")).containsExactly("won", "created");
        assertThat(kinds("task")).containsExactly("task");
        assertThat(kinds("file")).containsExactly("file");
        assertThat(kinds("note")).containsExactly("note");
        assertThat(kinds("call")).containsExactly("call");
        assertThat(kinds("touchpoint")).isEmpty();
        assertThat(histories.of(Subject.contact(deal.id())).page().rows())
                .as("the same number of another kind")
                .isEmpty();
    }

    @Test
    void pagesOverAllOfThemLeaveNothingOut() {
        List<String> kinds = new ArrayList<>();
        PageRequest request = PageRequest.first("occurred", true, 2);
        History page = histories.of(List.of(deal), "", request);
        while (true) {
            page.page().rows().forEach(entry -> kinds.add(entry.kind()));
            if (page.page().next().isEmpty()) break;
            page = histories.of(List.of(deal), "", request.at(page.page().next().get()));
        }
        assertThat(kinds).containsExactly("won", "task", "file", "note", "call", "created");
    }

    @Test
    void thePageSaysThemInPlainWordsAndLeadsToTheNote() {
        WebClient svea = browsers.as("svea");
        String history = svea.get("/history/" + deal.code()).body();
        assertThat(history)
                .contains("Deal won", "Task done", "Send the drawing", "File added", "drawing.txt", "Deal opened")
                .contains("href=\"/deals/" + deal.id() + "#note-" + note + "\"", "Mara")
                .doesNotContain("Still to do", "**", "@{", "<b>");
        svea.send("PUT", "/notes/" + note + "/deletion", Map.of());
        assertThat(kinds("note")).isEmpty();
    }

    @Test
    void whatOtherModulesTellIsNotTakenBackHere() {
        WebClient svea = browsers.as("svea");
        for (HistoryEntry entry : histories.of(deal).page().rows()) {
            if (entry.kind().equals("call")) continue;
            var answer = svea.send(
                    "PUT", "/timeline/" + entry.key() + "/withdrawal", Map.of("about", deal.code(), "kind", ""));
            assertThat(answer.statusCode()).as(entry.kind()).isEqualTo(404);
        }
        assertThat(kinds("")).hasSize(6);
    }

    private List<String> kinds(String filter) {
        return histories.of(List.of(deal), filter, PageRequest.first("occurred", true, 20)).page().rows().stream()
                .map(HistoryEntry::kind)
                .toList();
    }
}
