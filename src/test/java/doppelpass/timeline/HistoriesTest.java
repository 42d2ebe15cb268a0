package doppelpass.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.core.PageRequest;
import doppelpass.testing.Cast;
import doppelpass.testing.DoppelpassTest;
import doppelpass.testing.TestClock;
import doppelpass.timeline.views.HistoryEntry;
import doppelpass.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Leads have no keeper of names in this module, so any id will do. */
@DoppelpassTest
@RecordApplicationEvents
class HistoriesTest {
    private static final Instant NOW = TestClock.START;

    private final Touchpoints touchpoints;
    private final Activities activities;
    private final Histories histories;
    private final Cast cast;

    HistoriesTest(Touchpoints touchpoints, Activities activities, Histories histories, Cast cast) {
        this.touchpoints = touchpoints;
        this.activities = activities;
        this.histories = histories;
        this.cast = cast;
    }

    @Test
    void touchpointsAndActivitiesOfARecordAreOneListNewestFirst(ApplicationEvents events) {
        About lead = new About(null, null, 1001L, null, 11L);
        touchpoints.record(touchpoint("download", lead, NOW.minus(Duration.ofDays(3))));
        activities.log(call(lead, NOW.minus(Duration.ofDays(1)), NewActivity.Outcome.REACHED));
        touchpoints.record(touchpoint("form", lead, NOW.minus(Duration.ofDays(2))));
        touchpoints.record(touchpoint("form", new About(null, null, 1002L, null, null), NOW));

        List<HistoryEntry> entries = histories.of(Subject.lead(1001)).page().rows();
        assertThat(entries).extracting(HistoryEntry::kind).containsExactly("call", "form", "download");
        assertThat(entries.getFirst().person()).isEqualTo("Svea Sales");
        assertThat(events.stream(ActivityLogged.class).map(e -> e.activity().personalAttempt()))
                .containsExactly(true);
        assertThat(events.stream(TouchpointRecorded.class)).hasSize(3);
    }

    @Test
    void theHistoryOfSeveralRecordsHoldsEachEntryOnce() {
        activities.log(call(new About(null, null, 1101L, 1102L, null), NOW, NewActivity.Outcome.REACHED));
        activities.log(call(new About(null, null, null, 1102L, null), NOW, NewActivity.Outcome.REACHED));
        assertThat(histories
                        .of(List.of(Subject.deal(1102), Subject.lead(1101)))
                        .page()
                        .rows())
                .hasSize(2);
    }

    @Test
    void oneKindAloneCanBeRead() {
        About lead = About.of(Subject.lead(1201));
        touchpoints.record(touchpoint("webinar", lead, NOW));
        activities.log(call(lead, NOW, NewActivity.Outcome.REACHED));
        PageRequest first = PageRequest.first("occurred", true, 20);
        List<Subject> subjects = List.of(Subject.lead(1201));
        assertThat(histories.of(subjects, "touchpoint", first).page().rows())
                .extracting(HistoryEntry::kind)
                .containsExactly("webinar");
        assertThat(histories.of(subjects, "call", first).page().rows())
                .extracting(HistoryEntry::kind)
                .containsExactly("call");
        assertThat(histories.of(subjects, "meeting", first).page().rows()).isEmpty();
    }

    @Test
    void aLongHistoryIsReadPageByPageWithoutGapsOrRepeats() {
        About lead = About.of(Subject.lead(1301));
        for (int i = 0; i < 25; i++) {
            // several at the same moment: the key decides
            Instant at = NOW.minus(Duration.ofDays(i / 4));
            touchpoints.record(touchpoint("visit", lead, at));
            activities.log(call(lead, at, NewActivity.Outcome.NOT_REACHED));
        }
        List<Long> keys = new ArrayList<>();
        PageRequest request = PageRequest.first("occurred", true, 20);
        History page = histories.of(List.of(Subject.lead(1301)), "", request);
        assertThat(page.page().count()).isEqualTo(50);
        while (true) {
            page.page().rows().forEach(entry -> keys.add(entry.key()));
            if (page.page().next().isEmpty()) {
                break;
            }
            page = histories.of(
                    List.of(Subject.lead(1301)),
                    "",
                    request.at(page.page().next().get()));
        }
        assertThat(keys).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void aRepeatWithinHalfAnHourIsTheSameTouchpoint() {
        About contact = About.of(Subject.contact(1401));
        long first = touchpoints.record(touchpoint("visit", contact, NOW));
        assertThat(touchpoints.record(touchpoint("visit", contact, NOW.plus(Duration.ofMinutes(29)))))
                .isEqualTo(first);
        assertThat(touchpoints.record(touchpoint("visit", contact, NOW.plus(Duration.ofMinutes(30)))))
                .isNotEqualTo(first);
        assertThat(touchpoints.record(touchpoint("form", contact, NOW.plus(Duration.ofMinutes(1)))))
                .isNotEqualTo(first);
    }

    @Test
    void importedHistoryComesInOnceAndQuietly(ApplicationEvents events) {
        Origin origin = new Origin(null, "zoho", "77");
        NewTouchpoint touchpoint =
                new NewTouchpoint("form", "email", Direction.IN, "", About.of(Subject.lead(1501)), NOW, origin);
        NewActivity activity = new NewActivity(
                NewActivity.Kind.MEETING,
                Direction.OUT,
                NewActivity.Outcome.DONE,
                "Kick-off",
                null,
                About.of(Subject.lead(1501)),
                null,
                NOW,
                Duration.ofMinutes(45),
                origin);
        assertThat(touchpoints.recordHistory(List.of(touchpoint))).isEqualTo(1);
        assertThat(touchpoints.recordHistory(List.of(touchpoint))).isZero();
        assertThat(activities.logHistory(List.of(activity))).isEqualTo(1);
        assertThat(activities.logHistory(List.of(activity))).isZero();
        assertThat(histories.of(Subject.lead(1501)).page().rows()).hasSize(2);
        assertThat(events.stream(ActivityLogged.class)).isEmpty();
        assertThat(events.stream(TouchpointRecorded.class)).isEmpty();
    }

    @Test
    void onlyPlansLieInTheFuture() {
        About lead = About.of(Subject.lead(1601));
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        assertThatThrownBy(() -> activities.log(call(lead, tomorrow, NewActivity.Outcome.REACHED)))
                .isInstanceOf(Refusal.class);
        activities.log(call(lead, tomorrow, NewActivity.Outcome.PLANNED));
        assertThat(histories.of(Subject.lead(1601)).page().rows())
                .extracting(HistoryEntry::outcome)
                .containsExactly("planned");
    }

    private NewActivity call(About about, Instant at, NewActivity.Outcome outcome) {
        return NewActivity.call(about, cast.person("svea").id(), outcome, at);
    }

    private static NewTouchpoint touchpoint(String kind, About about, Instant at) {
        return new NewTouchpoint(kind, "email", Direction.IN, "", about, at);
    }
}
