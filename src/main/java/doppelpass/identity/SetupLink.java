package doppelpass.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one-time link on the console that opens the set-up page of a new installation; nothing else does. */
@Component
public class SetupLink {
    private static final Duration VALID = Duration.ofHours(24);

    private final IdentityTable table;
    private final Clock clock;

    SetupLink(IdentityTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** A fresh link's token while there is no organisation; earlier ones stop working. */
    @Transactional
    public Optional<String> issueIfNew() {
        if (table.organisation().isPresent()) {
            return Optional.empty();
        }
        String token = Tokens.fresh();
        table.forgetLinks("setup");
        table.insertLink(Tokens.hash(token), "setup", null, clock.instant().plus(VALID));
        return Optional.of(token);
    }

    boolean opens(String token) {
        return table.organisation().isEmpty() && table.validLink(Tokens.hash(token), "setup", clock.instant());
    }
}
