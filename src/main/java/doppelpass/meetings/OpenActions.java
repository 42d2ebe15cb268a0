package doppelpass.meetings;

import doppelpass.meetings.plug.AgendaSource;
import doppelpass.meetings.plug.Fact;
import doppelpass.meetings.plug.Occasion;
import doppelpass.meetings.plug.Text;
import doppelpass.meetings.plug.Topic;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** A9: each promise that is overdue or due before the meeting comes back until it is kept. */
@Component
class OpenActions implements AgendaSource {
    private static final int MINUTES = 3;

    private final ActionTable actions;

    OpenActions(ActionTable actions) {
        this.actions = actions;
    }

    @Override
    public List<Topic> topics(Occasion occasion) {
        return actions.dueBefore(occasion.day().plusDays(1)).stream()
                .map(action -> topic(action, occasion))
                .toList();
    }

    private static Topic topic(Action action, Occasion occasion) {
        long late = ChronoUnit.DAYS.between(action.dueOn(), occasion.day());
        Text remark = late > 0
                ? Text.of("meetings.A9.late", action.ownerName(), late)
                : Text.of("meetings.A9.due", action.ownerName());
        List<Fact> facts = action.kpi().isEmpty()
                ? List.of()
                : List.of(new Fact(Text.of("meetings.kpi"), Text.plain(action.kpi()), Text.plain(action.effect())));
        return new Topic(
                "A9",
                "action-" + action.id(),
                Text.plain(action.text()),
                remark,
                late > 0 ? Topic.Tone.BAD : Topic.Tone.WATCH,
                action.ownerFunction(),
                MINUTES,
                0,
                late > 0 ? 2 : 1,
                Math.max(0, late),
                "/actions?owner=all",
                facts);
    }
}
