package doppelpass.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, as questions to an index of words: any of the ways, all parts of it.
 *
 * @param number set when it can be the number of a record
 */
public record Sought(List<List<Part>> ways, @Nullable Long number) {

    /**
     * One word: any of its spellings, complete or, unless {@code whole}, begun; or one of the words known to contain it or
     * to be like it.
     */
    record Part(List<String> spellings, boolean whole, List<String> known) {
        Part complete() {
            return new Part(spellings, true, known);
        }

        String exact() {
            return any(spellings.stream().map(Part::quoted));
        }

        String begun() {
            return any(spellings.stream().map(word -> whole ? quoted(word) : quoted(word) + ":*"));
        }

        private String wide() {
            return any(Stream.concat(Stream.of(begun()), known.stream().map(Part::quoted)));
        }

        private static String quoted(String word) {
            return "'" + word + "'";
        }
    }

    private static final int LONG = 5;
    static final Sought NOTHING = new Sought(List.of(), null);

    public boolean empty() {
        return ways.isEmpty();
    }

    /** Whether a record with these words is meant: each word begins, or is part of one, or else is like one. */
    public Condition in(Field<?> words) {
        return empty() ? DSL.falseCondition() : matches(words, wide());
    }

    /** The records of a table with these words, found along the index over them. */
    public Condition along(Table<?> table, Field<Long> id, Field<?> words) {
        return among(id, DSL.select(id).from(table).where(in(words)));
    }

    /**
     * Those that another query finds, found first: of words the planner knows little, and where it thinks that many have them
     * it goes through all records in the order of a list.
     */
    public static Condition among(Field<Long> id, Select<Record1<Long>> found) {
        return DSL.condition("{0} in (select unnest(array({1})))", id, found);
    }

    /** Whether some word of several is in these words. */
    public Condition partlyIn(Field<?> words) {
        return empty() ? DSL.falseCondition() : matches(words, any(parts().map(Part::wide)));
    }

    /** Whether there is more than one word, so that two records may share them. */
    public boolean several() {
        return ways.stream().anyMatch(way -> way.size() > 1);
    }

    String exact() {
        return any(ways.stream().map(way -> all(way.stream().map(Part::exact))));
    }

    String begun() {
        return any(ways.stream().map(way -> all(way.stream().map(Part::begun))));
    }

    /** What an index is asked for; rows that have it may still lack other parts. */
    String exact(Odds odds) {
        return any(ways.stream().map(way -> all(odds.asked(way, true).stream().map(Part::exact))));
    }

    String begun(Odds odds) {
        return any(ways.stream().map(way -> all(odds.asked(way, false).stream().map(Part::begun))));
    }

    /** The same, asked by some of the words that begin so, a number as one word; as {@link #begun(Odds)} where these are few. */
    String some(Odds odds) {
        return any(ways.stream()
                .limit(numeric() ? 1 : ways.size())
                .map(way -> odds.some(way)
                        .map(Part::exact)
                        .orElseGet(() -> all(odds.asked(way, false).stream().map(Part::begun)))));
    }

    /** A number with gaps as the one word it is kept as; empty for all else, and where so few digits may as well be two numbers. */
    Optional<Sought> joined() {
        boolean meant = numeric()
                && ways.size() > 1
                && ways.getFirst().getFirst().spellings().getFirst().length() >= LONG;
        return meant ? Optional.of(new Sought(List.of(ways.getFirst()), number)) : Optional.empty();
    }

    boolean numeric() {
        return words().stream().allMatch(word -> word.matches("\\d+"));
    }

    String wide() {
        return any(ways.stream().map(way -> all(way.stream().map(Part::wide))));
    }

    /** Any of these words. */
    String any(Predicate<Part> which) {
        List<String> queries = singly().stream().filter(which).map(Part::begun).toList();
        return queries.isEmpty() ? "" : any(queries.stream());
    }

    List<Part> singly() {
        return parts().distinct().toList();
    }

    /** Every word to mark in what was found. */
    List<String> marks() {
        return parts().flatMap(part -> Stream.concat(part.spellings().stream(), part.known().stream()))
                .distinct()
                .toList();
    }

    List<String> words() {
        return parts().flatMap(part -> part.spellings().stream()).distinct().toList();
    }

    /** The same with the words that are known around each. */
    Sought knowing(Function<String, List<String>> known) {
        return new Sought(
                ways.stream()
                        .map(way -> way.stream()
                                .map(part -> new Part(
                                        part.spellings(),
                                        part.whole(),
                                        known.apply(part.spellings().getFirst())))
                                .toList())
                        .toList(),
                number);
    }

    private Stream<Part> parts() {
        return ways.stream().flatMap(List::stream);
    }

    static Condition matches(Field<?> words, String query) {
        return DSL.condition("{0} @@ {1}::tsquery", words, DSL.val(query));
    }

    /** The same for rows that are looked at one by one: the question is read once, not for each, and no index is asked. */
    static Condition met(Field<?> words, String query) {
        return DSL.condition("({0} @@ (select {1}::tsquery)) is true", words, DSL.val(query));
    }

    private static String any(Stream<String> queries) {
        return joined(queries, " | ");
    }

    private static String all(Stream<String> queries) {
        return joined(queries, " & ");
    }

    private static String joined(Stream<String> queries, String by) {
        List<String> each = new ArrayList<>(queries.toList());
        return each.size() == 1 ? each.getFirst() : each.stream().collect(Collectors.joining(by, "(", ")"));
    }
}
