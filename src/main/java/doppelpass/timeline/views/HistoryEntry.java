package doppelpass.timeline.views;

import doppelpass.timeline.About;
import doppelpass.timeline.Author;
import doppelpass.web.Messages;
import doppelpass.web.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A touchpoint or an activity in a history. {@code key} is unique among both; the channel is there for touchpoints, the
 * outcome and the person for activities.
 */
public record HistoryEntry(
        long key,
        boolean touchpoint,
        String kind,
        @Nullable String channel,
        @Nullable String direction,
        @Nullable String outcome,
        String title,
        @Nullable String note,
        @Nullable String person,
        Instant occurredAt,
        About about,
        Author author,
        @Nullable Instant takenBackAt,
        @Nullable String takenBackBy,
        List<Named> names) {

    public HistoryEntry named(List<Named> found) {
        return new HistoryEntry(
                key,
                touchpoint,
                kind,
                channel,
                direction,
                outcome,
                title,
                note,
                person,
                occurredAt,
                about,
                author,
                takenBackAt,
                takenBackBy,
                found);
    }

    public boolean takenBack() {
        return takenBackAt != null;
    }

    /** Whether the reader of the page may take it back. */
    public boolean revocable() {
        return !takenBack()
                && Words.may("PUT", withdrawal())
                && Words.local()
                        .reader()
                        .filter(r -> author.lets(r.id(), r.leadOf(), r.roles().contains("administration")))
                        .isPresent();
    }

    public String withdrawal() {
        return "/timeline/" + key + "/withdrawal";
    }

    /** Imports bring kinds of their own; those stand as they are. */
    public String label() {
        String text = "timeline." + (touchpoint ? "touchpoint." : "kind.") + kind;
        return Messages.has(text) ? Words.t(text) : kind;
    }

    public String channelLabel() {
        String text = "timeline.channel." + channel;
        return Messages.has(text) ? Words.t(text) : String.valueOf(channel);
    }

    public String icon() {
        if (touchpoint) {
            return "out".equals(direction) ? "arrow-up-right" : "arrow-down-left";
        }
        return switch (kind) {
            case "call" -> "phone";
            case "email" -> "mail";
            case "meeting" -> "users";
            case "task" -> "checkbox";
            default -> "note";
        };
    }
}
