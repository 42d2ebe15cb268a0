package doppelpass.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a job stands. */
public record Progress(
        long id,
        String kind,
        String state,
        int attempts,
        long done,
        @Nullable Long total,
        @Nullable String error,
        Instant createdAt,
        Instant dueAt) {

    public boolean finished() {
        return state.equals("done") || state.equals("failed") || state.equals("cancelled");
    }

    /** 0 to 100; 0 while the size of the work is unknown. */
    public int percent() {
        return total == null || total == 0 ? 0 : (int) Math.min(100, done * 100 / total);
    }
}
