package doppelpass.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.contacts.Companies;
import doppelpass.contacts.CompanyDetails;
import doppelpass.contacts.ContactDetails;
import doppelpass.contacts.Contacts;
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

@DoppelpassTest
@RecordApplicationEvents
class HistoriesTest {
    private static final Instant NOW = TestClock.START;

    private final Touchpoints touchpoints;
    private final Activities activities;
    private final Histories histories;
    private final Cast cast;
    private final Companies companies;
    private final Contacts contacts;

    HistoriesTest(
            Touchpoints touchpoints,
            Activities activities,
            Histories histories,
            Cast cast,
            Companies companies,
            Contacts contacts) {
        this.touchpoints = touchpoints;
        this.activities = activities;
        this.histories = histories;
        this.cast = cast;
        this.companies = companies;
        this.contacts = contacts;
    }

    @Test
    void touchpointsAndActivitiesOfARecordAreOneListNewestFirst(ApplicationEvents events) {
        Subject kern = company();
        About about = About.of(kern);
        touchpoints.record(touchpoint("download", about, NOW.minus(Duration.ofDays(3))));
        activities.log(call(about, NOW.minus(Duration.ofDays(1)), NewActivity.Outcome.REACHED));
        touchpoints.record(touchpoint("form", about, NOW.minus(Duration.ofDays(2))));
        touchpoints.record(touchpoint("form", About.of(company()), NOW));

        List<HistoryEntry> entries = histories.of(kern).page().rows();
        assertThat(entries).extracting(HistoryEntry::kind).containsExactly("call", "form", "download");
        assertThat(entries.getFirst().person()).isEqualTo("Svea Sales");
        assertThat(events.stream(ActivityLogged.class).map(e -> e.activity().personalAttempt()))
                .containsExactly(true);
        assertThat(events.stream(TouchpointRecorded.class)).hasSize(3);
    }

    @Test
    void theHistoryOfSeveralRecordsHoldsEachEntryOnce() {
        Subject kern = company();
        Subject contact = contact();
        activities.log(call(About.of(kern, contact), NOW, NewActivity.Outcome.REACHED));
        activities.log(call(About.of(kern), NOW, NewActivity.Outcome.REACHED));
        assertThat(histories.of(List.of(kern, contact)).page().rows()).hasSize(2);
    }

    @Test
    void oneKindAloneCanBeRead() {
        Subject kern = company();
        About about = About.of(kern);
        touchpoints.record(touchpoint("webinar", about, NOW));
        activities.log(call(about, NOW, NewActivity.Outcome.REACHED));
        PageRequest first = PageRequest.first("occurred", true, 20);
        List<Subject> subjects = List.of(kern);
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
        Subject kern = company();
        About about = About.of(kern);
        for (int i = 0; i < 25; i++) {
            // several at the same moment: the key decides
            Instant at = NOW.minus(Duration.ofDays(i / 4));
            touchpoints.record(touchpoint("visit", about, at));
            activities.log(call(about, at, NewActivity.Outcome.NOT_REACHED));
        }
        List<Long> keys = new ArrayList<>();
        PageRequest request = PageRequest.first("occurred", true, 20);
        History page = histories.of(List.of(kern), "", request);
        assertThat(page.page().count()).isEqualTo(50);
        while (true) {
            page.page().rows().forEach(entry -> keys.add(entry.key()));
            if (page.page().next().isEmpty()) {
                break;
            }
            page = histories.of(List.of(kern), "", request.at(page.page().next().get()));
        }
        assertThat(keys).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void aRepeatWithinHalfAnHourIsTheSameTouchpoint() {
        About contact = About.of(contact());
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
        Subject kern = company();
        Origin origin = new Origin(null, "zoho", "77");
        NewTouchpoint touchpoint = new NewTouchpoint("form", "email", Direction.IN, "", About.of(kern), NOW, origin);
        NewActivity activity = new NewActivity(
                NewActivity.Kind.MEETING,
                Direction.OUT,
                NewActivity.Outcome.DONE,
                "Kick-off",
                null,
                About.of(kern),
                null,
                NOW,
                Duration.ofMinutes(45),
                origin);
        assertThat(touchpoints.recordHistory(List.of(touchpoint))).isEqualTo(1);
        assertThat(touchpoints.recordHistory(List.of(touchpoint))).isZero();
        assertThat(activities.logHistory(List.of(activity))).isEqualTo(1);
        assertThat(activities.logHistory(List.of(activity))).isZero();
        assertThat(histories.of(kern).page().rows()).hasSize(2);
        assertThat(events.stream(ActivityLogged.class)).isEmpty();
        assertThat(events.stream(TouchpointRecorded.class)).isEmpty();
    }

    @Test
    void nothingIsLoggedAboutARecordThatDoesNotExist() {
        NewActivity call = call(About.of(Subject.company(999_999)), NOW, NewActivity.Outcome.REACHED);
        assertThatThrownBy(() -> activities.log(call)).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyPlansLieInTheFuture() {
        Subject kern = company();
        About about = About.of(kern);
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        assertThatThrownBy(() -> activities.log(call(about, tomorrow, NewActivity.Outcome.REACHED)))
                .isInstanceOf(Refusal.class);
        activities.log(call(about, tomorrow, NewActivity.Outcome.PLANNED));
        assertThat(histories.of(kern).page().rows())
                .extracting(HistoryEntry::outcome)
                .containsExactly("planned");
    }

    private Subject company() {
        return Subject.company(companies.add(CompanyDetails.of("Kern")));
    }

    private Subject contact() {
        return Subject.contact(contacts.add(ContactDetails.of("Erika", "Kern", null)));
    }

    private NewActivity call(About about, Instant at, NewActivity.Outcome outcome) {
        return NewActivity.call(about, cast.person("svea").id(), outcome, at);
    }

    private static NewTouchpoint touchpoint(String kind, About about, Instant at) {
        return new NewTouchpoint(kind, "email", Direction.IN, "", about, at);
    }
}
