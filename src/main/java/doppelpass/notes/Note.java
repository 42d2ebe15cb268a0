package doppelpass.notes;

import doppelpass.identity.Person;
import doppelpass.timeline.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody wrote down on a record, as Markdown. */
public record Note(
        long id,
        Subject record,
        String text,
        @Nullable Long authorId,
        @Nullable String author,
        Instant writtenAt,
        @Nullable String editor,
        @Nullable Instant editedAt,
        boolean pinned,
        @Nullable Instant deletedAt) {
    static final Duration KEPT = Duration.ofDays(30);
    static final int LONGEST = 20_000;

    /** How news and addresses name it. */
    public String code() {
        return "note-" + id;
    }

    /** Who wrote it, and administrators. */
    public boolean belongsTo(Person person) {
        return Objects.equals(authorId, person.id()) || person.administrator();
    }

    /** What this text says since it was last written. */
    Instant saidAt() {
        return editedAt == null ? writtenAt : editedAt;
    }
}
