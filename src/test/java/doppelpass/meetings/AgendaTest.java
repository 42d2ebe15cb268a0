package doppelpass.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.meetings.plug.Text;
import doppelpass.meetings.plug.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {
    @Test
    void whatCostsMostIsMostUrgentAndOldestComesFirst() {
        Topic dear = topic("dear", 5, 4_600_600, 1, 0);
        Topic urgent = topic("urgent", 5, 2_000_000, 3, 0);
        Topic old = topic("old", 5, 2_000_000, 1, 28);
        Topic small = topic("small", 5, 0, 1, 0);
        // 46,006 · 1 · 1, 20,000 · 3 · 1, 20,000 · 1 · 5, 1,000 · 1 · 1 (in full units)
        assertThat(Agenda.of(List.of(small, dear, old, urgent), 60, 0).placed())
                .extracting(Topic::subject)
                .containsExactly("old", "urgent", "dear", "small");
    }

    @Test
    void oneSubjectIsOneItemAndTheWeightierMentionCounts() {
        Agenda agenda = Agenda.of(List.of(topic("a", 5, 0, 1, 0), topic("a", 5, 0, 3, 0)), 60, 0);
        assertThat(agenda.placed()).hasSize(1);
        assertThat(agenda.placed().getFirst().urgency()).isEqualTo(3);
    }

    @Test
    void theFrameTakesElevenMinutesAndWhatDoesNotFitIsPostponed() {
        List<Topic> five =
                List.of(topic("a", 8, 0, 3, 7), topic("b", 8, 0, 3, 0), topic("c", 5, 0, 2, 0), topic("d", 3, 0, 1, 0));
        Agenda agenda = Agenda.of(five, 30, 0);
        // 30 − 11 = 19 = 8 + 8 + 3; c does not fit, d does
        assertThat(agenda.placed()).extracting(Topic::subject).containsExactly("a", "b", "d");
        assertThat(agenda.postponed()).extracting(Topic::subject).containsExactly("c");
    }

    @Test
    void itemsThatPeoplePlacedTakeTheirTimeFirst() {
        assertThat(Agenda.of(List.of(topic("a", 8, 0, 1, 0)), 30, 12).postponed())
                .extracting(Topic::subject)
                .containsExactly("a");
    }

    private static Topic topic(String subject, int minutes, long impact, int urgency, long age) {
        return new Topic(
                "A1",
                subject,
                Text.plain(subject),
                Text.NONE,
                Topic.Tone.BAD,
                "both",
                minutes,
                impact,
                urgency,
                age,
                "",
                List.of());
    }
}
