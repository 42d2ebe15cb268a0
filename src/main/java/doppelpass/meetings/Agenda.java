package doppelpass.meetings;

import doppelpass.meetings.plug.Text;
import doppelpass.meetings.plug.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to talk about within a meeting's time: the fixed frame, then topics by impact × urgency × age, each subject once;
 * what does not fit any more is postponed.
 */
record Agenda(List<Topic> placed, List<Topic> postponed) {
    /** Opening and last actions, scoreboard, decisions read back, vote: minutes each. */
    static final List<Topic> FRAME = List.of(frame("F1", 5), frame("F2", 3), frame("F3", 2), frame("F4", 1));

    private static final int FRAME_MINUTES =
            FRAME.stream().mapToInt(Topic::minutes).sum();

    /** {@code taken} minutes are given to items that people have already placed. */
    static Agenda of(List<Topic> topics, int timebox, int taken) {
        int left = timebox - FRAME_MINUTES - taken;
        List<Topic> placed = new ArrayList<>();
        List<Topic> postponed = new ArrayList<>();
        for (Topic topic : ranked(topics)) {
            if (topic.minutes() <= left) {
                placed.add(topic);
                left -= topic.minutes();
            } else {
                postponed.add(topic);
            }
        }
        return new Agenda(placed, postponed);
    }

    private static List<Topic> ranked(List<Topic> topics) {
        Map<String, Topic> bySubject = new LinkedHashMap<>();
        for (Topic topic : topics) {
            bySubject.merge(topic.subject(), topic, (a, b) -> a.score() >= b.score() ? a : b);
        }
        return bySubject.values().stream()
                .sorted(Comparator.comparingDouble(Topic::score).reversed().thenComparing(Topic::subject))
                .toList();
    }

    private static Topic frame(String code, int minutes) {
        Text title = Text.of("meetings.frame." + code);
        Text remark = Text.of("meetings.frame." + code + ".remark");
        return new Topic(code, code, title, remark, Topic.Tone.MUTED, "both", minutes, 0, 1, 0, "", List.of());
    }
}
