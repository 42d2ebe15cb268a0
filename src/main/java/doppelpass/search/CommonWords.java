package doppelpass.search;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How common words are, as PostgreSQL's statistics of the indexes over words have it: it looks at them by itself. */
@Component
class CommonWords {
    private static final Duration FRESH = Duration.ofMinutes(10);

    /** Most words that are not listed have a smaller share by far; PostgreSQL lists all of more than 0.001 or so, a thousand at most. */
    private static final float UNLISTED = 0.0002f;

    private final DSLContext db;
    private volatile @Nullable Kept kept;

    CommonWords(DSLContext db) {
        this.db = db;
    }

    private record Kept(long at, Map<String, Shares> shares) {}

    /** Of an index over words; nothing is known of one that has not been looked at yet. */
    Shares of(String index) {
        Kept known = kept;
        if (known == null || System.nanoTime() - known.at() > FRESH.toNanos()) {
            known = new Kept(System.nanoTime(), read());
            kept = known;
        }
        return known.shares().getOrDefault(index, Shares.UNKNOWN);
    }

    /** Looks again when asked next. */
    void forget() {
        kept = null;
    }

    private Map<String, Shares> read() {
        Map<String, Shares> all = new HashMap<>();
        db.fetch("select name, words, shares, rows from search.common()").forEach(row -> {
            String[] words = row.get("words", String[].class);
            Float[] shares = row.get("shares", Float[].class);
            TreeMap<String, Float> common = new TreeMap<>();
            // behind the shares of the words stand the least and the greatest of them
            for (int i = 0; i < words.length; i++) common.put(words[i], shares[i]);
            float rest = Math.min(
                    UNLISTED, common.values().stream().min(Float::compare).orElse(UNLISTED));
            all.put(row.get("name", String.class), new Shares(common, rest, row.get("rows", Long.class)));
        });
        return all;
    }
}
