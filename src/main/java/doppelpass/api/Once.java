package doppelpass.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs what a request asks for in one transaction, and with a key once: the answer is kept with the effect or not at all, so
 * a kill between them leaves neither. What was refused had no effect and is asked anew.
 */
@Component
class Once {
    static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST = 255;

    private final AnswerTable table;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Once(AnswerTable table, Clock clock, PlatformTransactionManager transactions) {
        this.table = table;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** {@code fingerprint} tells one request from another that comes with the same key. */
    Answer perform(long person, @Nullable String key, String fingerprint, Supplier<Answer> effect) {
        if (key != null && (key.isBlank() || key.length() > LONGEST))
            throw Problem.of(400, "key").said("api.error.key", LONGEST);
        return transaction.execute(t -> key == null ? effect.get() : once(person, key, fingerprint, effect));
    }

    private Answer once(long person, String key, String fingerprint, Supplier<Answer> effect) {
        if (!table.claim(person, key)) throw Problem.of(409, "key-in-use").said("api.error.keyInUse");
        Instant now = clock.instant();
        Optional<AnswerTable.Kept> kept = table.find(person, key, now.minus(KEPT));
        if (kept.isPresent()) {
            if (!kept.get().fingerprint().equals(fingerprint))
                throw Problem.of(422, "key-reused").said("api.error.keyReused");
            return kept.get().answer();
        }
        Answer answer = effect.get();
        table.keep(person, key, fingerprint, answer, now);
        return answer;
    }
}
