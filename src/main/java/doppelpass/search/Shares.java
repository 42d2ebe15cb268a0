package doppelpass.search;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many of the rows have a word.
 *
 * @param common word → share of the rows, for the most common words
 * @param rest other words hardly have more than this share
 * @param rows there are
 */
record Shares(NavigableMap<String, Float> common, float rest, long rows) {
    static final Shares UNKNOWN = new Shares(new TreeMap<>(), 1, 0);

    double of(String word) {
        return common.getOrDefault(word, rest);
    }

    /** At least: what the common ones come to if no row has two of them, at most one. */
    double ofBegun(String beginning) {
        return Math.min(
                1,
                begun(beginning).values().stream().mapToDouble(share -> share).sum());
    }

    /** At most, when so many different words begin so. */
    double ofBegun(String beginning, int words) {
        int others = Math.max(0, words - begun(beginning).size());
        return Math.min(1, ofBegun(beginning) + others * (double) rest);
    }

    private NavigableMap<String, Float> begun(String beginning) {
        return common.subMap(beginning, true, beginning + '\uffff', true);
    }
}
