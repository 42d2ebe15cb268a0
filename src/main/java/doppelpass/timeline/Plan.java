package doppelpass.timeline;

import doppelpass.timeline.views.LogForm;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A call, a meeting or something else that somebody means to do at that time. */
public record Plan(long id, String kind, String title, About about, Instant at) {

    /** What can have become of a plan of this kind, the best first. */
    public static List<String> ends(String kind) {
        List<String> held = switch (kind) {
            case "call" -> LogForm.CALL.answers();
            case "meeting" -> LogForm.MEETING.answers();
            default -> List.of("done");
        };
        return Stream.concat(held.stream(), Stream.of("cancelled")).toList();
    }

    /** The message that says such an end. */
    public static String said(String kind, String end) {
        boolean own = (kind.equals("call") || kind.equals("meeting")) && !end.equals("cancelled");
        return own ? "timeline." + kind + "." + end : "timeline.plan." + end;
    }

    /** The time a plan had before it was moved or settled. */
    public record Was(long id, Instant at) {}
}
