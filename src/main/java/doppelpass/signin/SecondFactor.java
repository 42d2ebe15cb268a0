package doppelpass.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How it stands with somebody's second factor; {@code since} is null while there is no app. */
public record SecondFactor(@Nullable Instant since, int recoveryCodes, int passkeys, boolean demanded) {
    public boolean app() {
        return since != null;
    }

    public boolean any() {
        return app() || passkeys > 0;
    }
}
