package doppelpass.files;

import doppelpass.identity.Person;
import doppelpass.timeline.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file on a record. */
public record StoredFile(
        long id,
        Subject record,
        long contentId,
        String name,
        long sizeBytes,
        String type,
        State state,
        @Nullable Long personId,
        @Nullable String person,
        Instant addedAt,
        @Nullable Instant deletedAt) {
    static final Duration KEPT = Duration.ofDays(30);

    public boolean belongsTo(Person reader) {
        return Objects.equals(personId, reader.id()) || reader.administrator();
    }

    public boolean viewable() {
        return state.open() && ContentType.harmless(type);
    }

    public String icon() {
        if (type.startsWith("image/")) return "photo";
        if (type.equals("application/pdf")) return "file-type-pdf";
        if (type.startsWith("text/")) return "file-text";
        return type.contains("zip") || type.contains("compressed") ? "file-zip" : "file";
    }
}
