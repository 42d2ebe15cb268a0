package doppelpass.timeline.views;

import java.util.List;

/** What can be logged in two clicks: the kind, and how it can have ended. */
public record LogForm(String kind, List<String> outcomes) {
    public static final LogForm CALL =
            new LogForm("call", List.of("reached", "voicemail", "not_reached", "call_back", "wrong_number"));
    public static final LogForm MEETING = new LogForm("meeting", List.of("reached", "not_reached"));

    /** What is logged field by field. */
    public static final String OTHER = "other";

    public String icon(String outcome) {
        boolean call = kind.equals("call");
        return switch (outcome) {
            case "reached" -> call ? "phone-check" : "check";
            case "voicemail" -> "record-mail";
            case "call_back" -> "phone-incoming";
            case "wrong_number" -> "phone-x";
            default -> call ? "phone-off" : "user-off";
        };
    }
}
