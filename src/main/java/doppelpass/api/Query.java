package doppelpass.api;

import doppelpass.core.Cursor;
import doppelpass.core.MalformedText;
import doppelpass.core.PageRequest;
import doppelpass.identity.Tokens;
import doppelpass.lists.plug.Listing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a list asks for; whatever makes no sense is refused, because a program would take all for some.
 *
 * @param count {@code exact}, {@code estimate} or nothing
 */
record Query(String filter, List<ApiField> fields, PageRequest page, String count) {
    private static final List<String> KNOWN = List.of("filter", "sort", "fields", "cursor", "limit", "count");
    private static final int USUAL = 50;

    static Query of(RecordKind kind, Map<String, String> asked) {
        asked.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw wrong(name, Problem.Said.of("api.error.parameter", name), nearest(name, KNOWN));
                });
        String filter = asked.getOrDefault("filter", "").strip();
        PageRequest first = sorted(kind.listing(), asked.getOrDefault("sort", ""), size(asked.get("limit")));
        String cursor = asked.getOrDefault("cursor", "");
        String count = asked.getOrDefault("count", "");
        if (!List.of("", "exact", "estimate").contains(count))
            throw wrong("count", Problem.Said.of("api.error.count"), null);
        return new Query(
                filter,
                fields(kind, asked.getOrDefault("fields", "")),
                cursor.isEmpty() ? first : first.at(place(cursor, binding(kind, filter, first))),
                count);
    }

    /** A place as text, bound to its query: filter and order. */
    @Nullable
    String text(RecordKind kind, Optional<Cursor> place) {
        return place.map(cursor -> binding(kind, filter, page) + cursor.encode())
                .orElse(null);
    }

    private static String binding(RecordKind kind, String filter, PageRequest page) {
        String query = kind.name() + "\n" + filter + "\n" + page.sort() + "\n" + page.descending();
        return Tokens.hash(query).substring(0, 12);
    }

    private static Cursor place(String text, String binding) {
        try {
            if (text.startsWith(binding)) return Cursor.decode(text.substring(binding.length()));
        } catch (MalformedText nonsense) {
            throw wrong("cursor", Problem.Said.of("api.error.cursor"), Problem.Said.of("api.remedy.cursor"));
        }
        throw wrong("cursor", Problem.Said.of("api.error.cursorOther"), Problem.Said.of("api.remedy.cursor"));
    }

    private static PageRequest sorted(Listing listing, String sort, int size) {
        if (sort.isEmpty()) return PageRequest.first(listing.sort(), listing.descending(), size);
        boolean down = sort.startsWith("-");
        String column = down ? sort.substring(1) : sort;
        if (!listing.sorts().containsKey(column))
            throw wrong(
                    "sort",
                    Problem.Said.of("api.error.sort", column),
                    nearest(column, List.copyOf(listing.sorts().keySet())));
        return PageRequest.first(column, down, size);
    }

    /** Those asked for in their order; all that can be read where none is. */
    static List<ApiField> fields(RecordKind kind, String asked) {
        if (asked.isBlank()) return kind.readable();
        List<String> names = kind.readable().stream().map(ApiField::name).toList();
        return Arrays.stream(asked.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals("id"))
                .distinct()
                .map(name -> kind.field(name)
                        .filter(ApiField::reads)
                        .orElseThrow(() -> wrong(
                                "fields", Problem.Said.of("api.error.field", name, kind.name()), nearest(name, names))))
                .toList();
    }

    private static int size(@Nullable String limit) {
        if (limit == null || limit.isEmpty()) return USUAL;
        int size = limit.matches("\\d{1,3}") ? Integer.parseInt(limit) : 0;
        if (size < 1 || size > PageRequest.LIMIT)
            throw wrong("limit", Problem.Said.of("api.error.limit", PageRequest.LIMIT), null);
        return size;
    }

    /** What was probably meant, else all there is. */
    static Problem.Said nearest(String wrong, List<String> known) {
        int far = Math.max(2, wrong.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(far);
        return known.stream()
                .filter(name -> distance.apply(wrong, name) >= 0)
                .min(java.util.Comparator.comparingInt(name -> distance.apply(wrong, name)))
                .map(name -> Problem.Said.of("api.remedy.nearest", name))
                .orElseGet(() -> Problem.Said.of("api.remedy.oneOf", String.join(", ", known)));
    }

    private static Problem wrong(String field, Problem.Said message, Problem.@Nullable Said remedy) {
        return Problem.of(400, "query").said("api.error.query").with(Problem.Fault.of(field, message, remedy));
    }
}
