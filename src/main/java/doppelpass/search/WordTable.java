package doppelpass.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of words: how the index writes them, which ones occur, and the memory of them. */
@Component
class WordTable {
    /** Letters with half of three in common and a slip apart stay above it; the distance decides. */
    private static final String LIKE = "0.2";

    private static final String KNOWN = """
        select t.w, k.word, k.distance, exists (
          select from search.word where word >= t.w collate "C" and word < t.w || '~' collate "C") as begun
        from unnest({0}) t(w) left join lateral (
          (select word, 0 as distance from search.word
           where word like '%' || t.w || '%' and left(word, length(t.w)) <> t.w limit {1})
          union all
          (select word, levenshtein(word, t.w) from search.word
           where length(t.w) >= 5 and length(word) between length(t.w) - 2 and length(t.w) + 2
             and (word % t.w or word >= left(t.w, 2) collate "C" and word < left(t.w, 2) || '~' collate "C")
             and levenshtein_less_equal(word, t.w, 2) between 1 and 2
           order by 2, similarity(word, t.w) desc, word limit {2})) k on true\
        """;

    private static final String BEGUN = """
        select t.w, array(
          select word from search.word where word >= t.w collate "C" and word < t.w || '~' collate "C" order by word limit {1}) as words
        from unnest({0}) t(w)\
        """;

    private final DSLContext db;

    WordTable(DSLContext db) {
        this.db = db;
    }

    /** A word that occurs; {@code distance} 0 contains what was asked for, else so many slips lead to it. */
    record Known(String word, int distance) {}

    /** What is known beside {@code begun}: whether there is a word that begins so. */
    record Around(boolean begun, List<Known> words) {}

    /** The words of each text, as the index writes them. */
    List<List<String>> words(List<String> texts) {
        return db.fetch("""
                        select string_to_array(search.spaced(t.w), ' ') as words
                        from unnest({0}) with ordinality t(w, place) order by t.place\
                        """, DSL.val(texts.toArray(String[]::new)))
                .map(r -> Arrays.stream(r.get("words", String[].class))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    /** Beginning → the first known words that begin so, so many at most; shorter ones than three letters and numbers are not learned. */
    Map<String, List<String>> begun(List<String> beginnings, int most) {
        Map<String, List<String>> known = new HashMap<>();
        db.fetch(BEGUN, DSL.val(beginnings.toArray(String[]::new)), DSL.inline(most))
                .forEach(row -> known.put(row.get("w", String.class), List.of(row.get("words", String[].class))));
        return known;
    }

    /** Words that contain one of these, and words a slip or two away, the nearest first. */
    Map<String, Around> around(List<String> words, int containing, int alike) {
        db.fetch("select set_config('pg_trgm.similarity_threshold', {0}, true)", DSL.inline(LIKE));
        Map<String, List<Record>> found = db.fetch(
                        KNOWN, DSL.val(words.toArray(String[]::new)), DSL.val(containing), DSL.val(alike))
                .collect(Collectors.groupingBy(r -> r.get("w", String.class)));
        Map<String, Around> around = new HashMap<>();
        found.forEach((word, rows) -> around.put(
                word,
                new Around(
                        rows.getFirst().get("begun", Boolean.class),
                        rows.stream()
                                .filter(r -> r.get("word") != null)
                                .map(r -> new Known(r.get("word", String.class), r.get("distance", Integer.class)))
                                .toList())));
        return around;
    }

    /** Forgets words that occur in no record any more. */
    void forget() {
        db.execute("call search.refresh()");
    }
}
