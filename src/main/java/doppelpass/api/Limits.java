package doppelpass.api;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many requests a token has left; the tokens used last are remembered, in memory. */
@Component
class Limits {
    private static final int REMEMBERED = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    Limits(@Value("${doppelpass.api.requests-per-minute:1200}") int perMinute) {
        this.perMinute = perMinute;
    }

    /**
     * What a request leaves.
     *
     * @param reset seconds until all of them are there again
     * @param again seconds until the next is; 0 if this one is let in
     */
    record Left(boolean allowed, int limit, long remaining, long reset, long again) {}

    Left take(Token token) {
        ConsumptionProbe probe = bucket(token.shortId()).tryConsumeAndReturnRemaining(1);
        return new Left(
                probe.isConsumed(),
                perMinute,
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                probe.isConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(String token) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    token,
                    id -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                            .build());
        }
    }

    private static long seconds(long nanos) {
        return Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds());
    }
}
