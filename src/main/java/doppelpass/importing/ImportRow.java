package doppelpass.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One import as lists and its page show it. */
public record ImportRow(
        long id,
        String name,
        String system,
        String state,
        @Nullable Long job,
        @Nullable String error,
        @Nullable String by,
        Instant createdAt,
        @Nullable Instant finishedAt,
        long inserted,
        long updated,
        long unchanged,
        long refused) {

    public boolean open() {
        return state.equals("waiting") || state.equals("running");
    }

    public boolean undoable() {
        return state.equals("done") || state.equals("failed") || state.equals("cancelled");
    }
}
