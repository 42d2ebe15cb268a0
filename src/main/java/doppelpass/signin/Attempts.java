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
    private static final int LONGEST_MAIL = 254;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    boolean mayTry(String whose) {
        if (buckets.size() > REMEMBERED) {
            buckets.clear();
        }
        return buckets.computeIfAbsent(whose, k -> bucket()).tryConsume(1);
    }

    void forget(String whose) {
        buckets.remove(whose);
    }

    /** Under which the codes of a person are counted, wherever they are typed; a mail address cannot begin with a blank. */
    static String codesOf(long person) {
        return " codes of " + person;
    }

    /** Under which the passwords are counted that somebody signed in gives for their own. */
    static String passwordsOf(long person) {
        return " passwords of " + person;
    }

    /** What somebody has typed at the door counts for an address, whatever it is. */
    static String mail(String typed) {
        String mail = typed.strip().toLowerCase(Locale.ROOT);
        return mail.substring(0, Math.min(mail.length(), LONGEST_MAIL));
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(LIMIT).refillGreedy(1, Duration.ofMinutes(1)))
                .build();
    }
}
