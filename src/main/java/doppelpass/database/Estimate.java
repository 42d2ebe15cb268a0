package doppelpass.database;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** What the planner guesses: rows good enough to say "about", cost to know whether counting is worth its time. */
record Estimate(long rows, double cost) {
    private static final Pattern WHOLE = Pattern.compile("cost=[\\d.]+?\\.\\.([\\d.]+) rows=(\\d+)");
    private static final Pattern BELOW = Pattern.compile("(?m)^  ->.* rows=(\\d+)");

    /**
     * Of a query with a limit: what it costs with the limit, and the rows it would have without; a minute old at most. Who
     * sees only a part has guesses of their own.
     */
    static Estimate of(DSLContext db, Select<?> limited) {
        Kept kept = (Kept) db.configuration().data().computeIfAbsent(Kept.class, key -> new Kept());
        String sql = SeenBy.of(db) + db.renderInlined(limited);
        Estimate known = kept.get(sql);
        if (known != null) return known;
        Estimate asked = asked(db, limited);
        kept.put(sql, asked);
        return asked;
    }

    private static Estimate asked(DSLContext db, Select<?> limited) {
        String plan =
                String.join("\n", db.resultQuery("explain {0}", limited).fetch().getValues(0, String.class));
        Matcher whole = WHOLE.matcher(plan);
        Matcher below = BELOW.matcher(plan);
        if (!whole.find()) {
            throw new IllegalStateException("Not a plan: " + plan);
        }
        long rows = Long.parseLong(below.find() ? below.group(1) : whole.group(2));
        return new Estimate(rows, Double.parseDouble(whole.group(1)));
    }

    /** The last thousand guesses of one database: turning pages does not ask the planner again and again. */
    private static final class Kept {
        private static final int MANY = 1_000;
        private static final long FRESH = Duration.ofMinutes(1).toNanos();

        private record Guess(Estimate estimate, long madeAt) {}

        private final Map<String, Guess> guesses = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Guess> eldest) {
                return size() > MANY;
            }
        };

        synchronized @Nullable Estimate get(String sql) {
            Guess guess = guesses.get(sql);
            return guess == null || System.nanoTime() - guess.madeAt() > FRESH ? null : guess.estimate();
        }

        synchronized void put(String sql, Estimate estimate) {
            guesses.remove(sql);
            guesses.put(sql, new Guess(estimate, System.nanoTime()));
        }
    }
}
