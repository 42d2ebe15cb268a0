package doppelpass.notes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a note said before. */
public record PastText(String text, @Nullable String writer, Instant writtenAt) {}
