package doppelpass.timeline.views;

import java.util.List;

/**
 * What can be logged in two clicks: the kind, and what the second click says of it.
 *
 * @param asks what that is, {@code outcome} or {@code direction}
 * @param directed whether one can say who called whom
 */
public record LogForm(String kind, String asks, List<String> answers, boolean directed) {
    public static final LogForm CALL = new LogForm(
            "call", "outcome", List.of("reached", "voicemail", "not_reached", "call_back", "wrong_number"), true);
    public static final LogForm MEETING = new LogForm("meeting", "outcome", List.of("reached", "not_reached"), false);
    public static final LogForm EMAIL = new LogForm("email", "direction", List.of("out", "in"), false);

    /** What is logged field by field. */
    public static final String OTHER = "other";

    /** Whether it has a length. */
    public boolean lasts() {
        return asks.equals("outcome");
    }

    public String icon(String answer) {
        boolean call = kind.equals("call");
        return switch (answer) {
            case "reached" -> call ? "phone-check" : "check";
            case "voicemail" -> "record-mail";
            case "call_back" -> "phone-incoming";
            case "wrong_number" -> "phone-x";
            case "out" -> "mail-forward";
            case "in" -> "mail-opened";
            default -> call ? "phone-off" : "user-off";
        };
    }
}
