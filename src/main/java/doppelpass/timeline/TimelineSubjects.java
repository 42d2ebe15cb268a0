package doppelpass.timeline;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.timeline.Tables.ACTIVITY_CARD;
import static doppelpassdb.timeline.Tables.TOUCHPOINT_CARD;

import doppelpass.rules.Subject;
import doppelpass.rules.SubjectPlug;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What rules may say about what happened; entries that were taken back are not there. */
@Component
class TimelineSubjects implements SubjectPlug {
    private static final List<String> DIRECTIONS = codes(Direction.values(), Direction::code);
    private static final List<String> KINDS = codes(NewActivity.Kind.values(), NewActivity.Kind::code);
    private static final List<String> OUTCOMES = codes(NewActivity.Outcome.values(), NewActivity.Outcome::code);

    @Override
    public List<Subject> subjects() {
        return List.of(touchpoint(), activity());
    }

    private static Subject touchpoint() {
        return Subject.of("touchpoint", "timeline.touchpoint", TOUCHPOINT_CARD, TOUCHPOINT_CARD.ID)
                .field("kind", TOUCHPOINT_CARD.KIND)
                .field("channel", TOUCHPOINT_CARD.CHANNEL)
                .choice("direction", TOUCHPOINT_CARD.DIRECTION, "timeline.direction", DIRECTIONS)
                .field("title", TOUCHPOINT_CARD.TITLE)
                .field("occurred_at", TOUCHPOINT_CARD.OCCURRED_AT);
    }

    private static Subject activity() {
        return Subject.of("activity", "timeline.activity", ACTIVITY_CARD, ACTIVITY_CARD.ID)
                .choice("kind", ACTIVITY_CARD.KIND, "timeline.kind", KINDS)
                .choice("direction", ACTIVITY_CARD.DIRECTION, "timeline.direction", DIRECTIONS)
                .choice("outcome", ACTIVITY_CARD.OUTCOME, "timeline.outcome", OUTCOMES)
                .field("title", ACTIVITY_CARD.TITLE)
                .field("minutes", ACTIVITY_CARD.MINUTES)
                .named("person", ACTIVITY_CARD.PERSON_ID, PERSON_CARD.ID, PERSON_CARD.NAME)
                .field("occurred_at", ACTIVITY_CARD.OCCURRED_AT);
    }

    private static <E> List<String> codes(E[] values, Function<E, String> code) {
        return Arrays.stream(values).map(code).toList();
    }
}
