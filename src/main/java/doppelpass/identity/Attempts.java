package doppelpass.identity;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Component;

/** Ten attempts per mail address, one more every minute; a right password starts afresh. */
@Component
class Attempts {
    private static final int LIMIT = 10;
    private static final int REMEMBERED = 100_000;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    void check(String mail) {
        if (buckets.size() > REMEMBERED) {
            buckets.clear();
        }
        boolean mayTry = buckets.computeIfAbsent(mail.strip().toLowerCase(Locale.ROOT), m -> bucket())
                .tryConsume(1);
        if (!mayTry) {
            throw new LockedException("too many attempts");
        }
    }

    void forget(String mail) {
        buckets.remove(mail.strip().toLowerCase(Locale.ROOT));
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(LIMIT).refillGreedy(1, Duration.ofMinutes(1)))
                .build();
    }
}
