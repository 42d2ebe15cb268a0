package doppelpass.reach;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What one person has: a record of every kind and all that hangs on them, by kind; {@code word} stands in every text of it and
 * nowhere else.
 */
record Estate(String owner, String word, Map<String, List<Long>> ids) {
    Estate {
        ids = Map.copyOf(ids);
    }

    long id(String kind) {
        return of(kind).getFirst();
    }

    List<Long> of(String kind) {
        List<Long> found = ids.get(kind);
        if (found == null || found.isEmpty()) throw new IllegalStateException("Nobody made a " + kind);
        return found;
    }

    /** The same kinds with numbers that nobody has ever had, and that are as long. */
    static Estate ghost(Estate like) {
        return new Estate(
                "nobody",
                "there is no such word",
                like.ids().entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey,
                                e -> LongStream.range(0, e.getValue().size())
                                        .map(n -> 900_000 + n)
                                        .boxed()
                                        .toList())));
    }
}
