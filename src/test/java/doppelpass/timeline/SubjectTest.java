package doppelpass.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectTest {
    private static final Instant NOON = Instant.parse("2026-06-02T10:00:00Z");

    @Test
    void subjectsAreReadBackFromTheirCodes() {
        List<Subject> subjects = List.of(Subject.contact(5), Subject.company(3), Subject.lead(7), Subject.deal(9));
        assertThat(Subject.codes(subjects)).isEqualTo("contact-5,company-3,lead-7,deal-9");
        assertThat(Subject.parse("contact-5,company-3,lead-7,deal-9")).contains(subjects);
    }

    @Test
    void whateverIsNoSubjectIsNotRead() {
        for (String text : List.of("", "5", "contact", "contact-", "contact-x", "person-5", "contact-5,", "//evil")) {
            assertThat(Subject.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void aSubjectLeadsToItsPage() {
        assertThat(Subject.contact(5).url()).isEqualTo("/contacts/5");
        assertThat(Subject.company(3).url()).isEqualTo("/companies/3");
    }

    @Test
    void whatAnEntryIsAboutKeepsTheFirstOfEachKind() {
        About about = About.of(Subject.lead(7), Subject.contact(5), Subject.contact(6));
        assertThat(about).isEqualTo(new About(5L, null, 7L, null, null));
        assertThat(about.subjects()).containsExactly(Subject.contact(5), Subject.lead(7));
    }

    @Test
    void onlyACallOfOursThatHappenedIsAPersonalAttempt() {
        About about = About.of(Subject.lead(7));
        NewActivity missed = NewActivity.call(about, 1, NewActivity.Outcome.NOT_REACHED, NOON);
        assertThat(missed.personalAttempt()).isTrue();
        assertThat(missed.twoWay()).isFalse();
        NewActivity reached = NewActivity.call(about, 1, NewActivity.Outcome.REACHED, NOON);
        assertThat(reached.personalAttempt()).isTrue();
        assertThat(reached.twoWay()).isTrue();
        assertThat(NewActivity.call(about, 1, NewActivity.Outcome.PLANNED, NOON).personalAttempt())
                .isFalse();
        assertThat(activity(NewActivity.Kind.EMAIL, Direction.IN, 1L).personalAttempt())
                .isFalse();
        assertThat(activity(NewActivity.Kind.NOTE, Direction.OUT, 1L).personalAttempt())
                .isFalse();
        // an automatic answer has no person
        assertThat(activity(NewActivity.Kind.EMAIL, Direction.OUT, null).personalAttempt())
                .isFalse();
        assertThat(activity(NewActivity.Kind.EMAIL, Direction.OUT, 1L).personalAttempt())
                .isTrue();
    }

    private static NewActivity activity(
            NewActivity.Kind kind, Direction direction, @org.jspecify.annotations.Nullable Long person) {
        return new NewActivity(
                kind, direction, null, "", null, About.of(Subject.lead(7)), person, NOON, null, Origin.NONE);
    }
}
