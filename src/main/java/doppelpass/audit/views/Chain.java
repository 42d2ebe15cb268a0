package doppelpass.audit.views;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the chain stands: its head, what waits to be sealed, how the last check went, whether one runs. */
public record Chain(Optional<Batch> head, long entries, long waiting, Optional<Check> last, boolean checking) {

    public record Batch(long number, long entries, String hash, Instant sealedAt) {
        /** As the console takes it: number and hash. */
        public String code() {
            return number + ":" + hash;
        }
    }

    /** {@code broken}: the first batch that does not fit. */
    public record Check(
            Instant at,
            long batches,
            long entries,
            @Nullable Long broken,
            Optional<Batch> batch) {}
}
