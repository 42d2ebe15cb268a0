package doppelpass.timeline.views;

import doppelpass.timeline.About;
import doppelpass.timeline.Author;
import doppelpass.timeline.Chapter;
import doppelpass.timeline.Entry;
import doppelpass.timeline.MoreFacts;
import doppelpass.web.Messages;
import doppelpass.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A touchpoint, an activity or a row of a chapter in a history. {@code key} is unique among all; the channel is there for
 * touchpoints, the outcome for activities.
 */
public record HistoryEntry(
        long key,
        boolean touchpoint,
        @Nullable Chapter chapter,
        String kind,
        @Nullable String channel,
        @Nullable String direction,
        @Nullable String outcome,
        String title,
        @Nullable String note,
        @Nullable Integer seconds,
        @Nullable String person,
        Instant occurredAt,
        About about,
        Author author,
        @Nullable Instant takenBackAt,
        @Nullable String takenBackBy,
        List<Named> names,
        List<MoreFacts.Fact> facts) {

    public HistoryEntry named(List<Named> found) {
        return with(title, found, facts);
    }

    public HistoryEntry titled(String read) {
        return with(read, names, facts);
    }

    public HistoryEntry told(List<MoreFacts.Fact> more) {
        return with(title, names, more);
    }

    private HistoryEntry with(String newTitle, List<Named> newNames, List<MoreFacts.Fact> newFacts) {
        return new HistoryEntry(
                key,
                touchpoint,
                chapter,
                kind,
                channel,
                direction,
                outcome,
                newTitle,
                note,
                seconds,
                person,
                occurredAt,
                about,
                author,
                takenBackAt,
                takenBackBy,
                newNames,
                newFacts);
    }

    public boolean activity() {
        return !touchpoint && chapter == null;
    }

    /** Who turned to whom: always of calls and mails, of the rest where they came to us. */
    public @Nullable String way() {
        if (!activity() || direction == null) return null;
        boolean told = kind.equals("call") || kind.equals("email");
        return told || direction.equals("in") ? "timeline.direction." + direction : null;
    }

    public @Nullable Long minutes() {
        return seconds == null ? null : Duration.ofSeconds(seconds).toMinutes();
    }

    /** Its number in its own table. */
    public long row() {
        return Entry.row(key);
    }

    public boolean takenBack() {
        return takenBackAt != null;
    }

    /** Whether the reader of the page may take it back. */
    public boolean revocable() {
        return !takenBack() && chapter == null && Words.may("PUT", withdrawal()) && authors();
    }

    /** Whether the reader may put its words right. */
    public boolean changeable() {
        return activity() && !takenBack() && Words.may("PUT", "/activities/0") && authors();
    }

    /** Whether the reader may say what became of it. */
    public boolean settleable() {
        return "planned".equals(outcome) && changeable();
    }

    private boolean authors() {
        return Words.local()
                .reader()
                .filter(r -> author.lets(r.id(), r.leadOf(), r.roles().contains("administration")))
                .isPresent();
    }

    public String withdrawal() {
        return "/timeline/" + key + "/withdrawal";
    }

    /** Imports bring kinds of their own; those stand as they are. */
    public String label() {
        if (chapter != null) return chapter.label(kind);
        String text = "timeline." + (touchpoint ? "touchpoint." : "kind.") + kind;
        return Messages.has(text) ? Words.t(text) : kind;
    }

    public String channelLabel() {
        String text = "timeline.channel." + channel;
        return Messages.has(text) ? Words.t(text) : String.valueOf(channel);
    }

    public String said() {
        return chapter == null ? title : chapter.title(kind, title);
    }

    /** Where more of it is shown. */
    public @Nullable String url() {
        return chapter == null || about.subjects().isEmpty()
                ? null
                : chapter.url(about.subjects().getFirst(), row());
    }

    public String icon() {
        if (chapter != null) return chapter.icon();
        if (touchpoint) {
            return "out".equals(direction) ? "arrow-up-right" : "arrow-down-left";
        }
        return switch (kind) {
            case "call" -> "in".equals(direction) ? "phone-incoming" : "phone";
            case "email" -> "mail";
            case "meeting" -> "users";
            case "task" -> "checkbox";
            default -> "note";
        };
    }
}
