package doppelpass.leads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a pass's protocol. */
public record ProtocolRow(
        String kind, @Nullable Long actorId, @Nullable String note, Instant at) {}
