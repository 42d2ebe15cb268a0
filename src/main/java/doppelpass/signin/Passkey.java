package doppelpass.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A passkey as its owner sees it; {@code backedUp} where the device keeps it in step with others. */
public record Passkey(
        long id, String name, Instant created, @Nullable Instant lastUsed, boolean backedUp) {}
