package doppelpass.timeline.views;

import doppelpass.timeline.About;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An activity in the list. */
public record ActivityRow(
        long id,
        String kind,
        @Nullable String outcome,
        String subject,
        @Nullable String note,
        @Nullable String person,
        Instant occurredAt,
        About about,
        List<Named> names) {

    public ActivityRow named(List<Named> found) {
        return new ActivityRow(id, kind, outcome, subject, note, person, occurredAt, about, found);
    }

    static String icon(String kind) {
        return switch (kind) {
            case "call" -> "phone";
            case "email" -> "mail";
            case "meeting" -> "users";
            case "task" -> "checkbox";
            default -> "note";
        };
    }

    public String icon() {
        return icon(kind);
    }
}
