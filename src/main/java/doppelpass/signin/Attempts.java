package doppelpass.signin;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Ten attempts per mail address or person, one more every minute; a right answer starts afresh. */
@Component
class Attempts {
    private static final int LIMIT = 10;
    private static final int REMEMBERED = 100_000;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    boolean mayTry(String whose) {
        if (buckets.size() > REMEMBERED) {
            buckets.clear();
        }
        return buckets.computeIfAbsent(key(whose), k -> bucket()).tryConsume(1);
    }

    void forget(String whose) {
        buckets.remove(key(whose));
    }

    /** Under which the codes of a person are counted, wherever they are typed. */
    static String codesOf(long person) {
        return "codes of " + person;
    }

    private static String key(String whose) {
        return whose.strip().toLowerCase(Locale.ROOT);
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(LIMIT).refillGreedy(1, Duration.ofMinutes(1)))
                .build();
    }
}
