package doppelpass.demo;

import doppelpass.timeline.About;
import doppelpass.timeline.Activities;
import doppelpass.timeline.Direction;
import doppelpass.timeline.NewActivity;
import doppelpass.timeline.NewTouchpoint;
import doppelpass.timeline.Origin;
import doppelpass.timeline.Touchpoints;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done and noted, collected and then written at once. */
final class Log {
    private static final Duration TYPING = Duration.ofMinutes(6);
    private static final int PORTION = 2000;

    private final List<NewActivity> activities = new ArrayList<>();
    private final List<NewTouchpoint> touchpoints = new ArrayList<>();

    void touch(String kind, String channel, String title, About about, Instant at) {
        touchpoints.add(new NewTouchpoint(kind, channel, Direction.IN, title, about, at));
    }

    void call(About about, long by, boolean reached, String subject, @Nullable String note, Instant at, int minutes) {
        add(
                NewActivity.Kind.CALL,
                reached ? NewActivity.Outcome.REACHED : NewActivity.Outcome.NOT_REACHED,
                subject,
                note,
                about,
                by,
                at,
                Duration.ofMinutes(reached ? minutes : 1));
    }

    void mail(About about, long by, String subject, Instant at) {
        add(NewActivity.Kind.EMAIL, NewActivity.Outcome.DONE, subject, null, about, by, at, null);
    }

    void meeting(About about, long by, String subject, Instant at, int minutes) {
        Duration length = Duration.ofMinutes(minutes);
        add(NewActivity.Kind.MEETING, NewActivity.Outcome.REACHED, subject, null, about, by, at, length);
    }

    void task(About about, long by, String subject, Instant at) {
        add(NewActivity.Kind.TASK, NewActivity.Outcome.PLANNED, subject, null, about, by, at, null);
    }

    private void add(
            NewActivity.Kind kind,
            NewActivity.Outcome outcome,
            String subject,
            @Nullable String note,
            About about,
            long by,
            Instant at,
            @Nullable Duration length) {
        activities.add(
                new NewActivity(kind, Direction.OUT, outcome, subject, note, about, by, at, length, Origin.NONE));
    }

    void write(Activities ours, Touchpoints theirs) {
        for (int i = 0; i < activities.size(); i += PORTION) {
            ours.logHistory(activities.subList(i, Math.min(i + PORTION, activities.size())), TYPING);
        }
        for (int i = 0; i < touchpoints.size(); i += PORTION) {
            theirs.recordOwn(touchpoints.subList(i, Math.min(i + PORTION, touchpoints.size())));
        }
    }
}
