package doppelpass.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What one search knows beforehand, and what it has found of a part on the way: whoever sees a part has theirs of a table looked
 * through once, for every kind of record that is found by it.
 */
final class OneSearch {
    /** As many may be named in a statement; where there are more, they are met soon. */
    private static final int MANY = 1_500;

    private final Function<String, Odds> odds;
    private final Map<List<String>, Optional<Long[]>> found = new HashMap<>();

    OneSearch(Function<String, Odds> odds) {
        this.odds = odds;
    }

    Odds odds(String index) {
        return odds.apply(index);
    }

    /**
     * The numbers of the rows that have the words; empty where these are many.
     *
     * @param query words as PostgreSQL reads them
     * @param looked asks for so many at most
     */
    Optional<Long[]> ids(String table, String query, IntFunction<List<Long>> looked) {
        return found.computeIfAbsent(
                List.of(table, query),
                key -> Optional.of(looked.apply(MANY + 1))
                        .filter(ids -> ids.size() <= MANY)
                        .map(ids -> ids.toArray(Long[]::new)));
    }

    /** How many of these there are, if they were looked up. */
    Optional<Integer> many(String table, String query) {
        return found.getOrDefault(List.of(table, query), Optional.empty()).map(ids -> ids.length);
    }
}
