package doppelpass.core;

import doppelpass.core.Cursor.Direction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list in display order, the way to its neighbours, and how many rows there are in all. */
public record Page<T>(
        List<T> rows, Optional<Cursor> next, Optional<Cursor> previous, long count, boolean countEstimated) {

    /** Where a row stands in the sort order. */
    public interface Key<T> {
        @Nullable
        String value(T row);

        long id(T row);
    }

    public Page {
        rows = List.copyOf(rows);
    }

    /**
     * Makes the page from what the query returned: up to {@link PageRequest#fetch()} rows in the order they were read,
     * which is the reverse of the display order when reading backwards.
     */
    public static <T> Page<T> of(PageRequest request, List<T> fetched, Key<T> key, long count, boolean countEstimated) {
        boolean backwards = request.backwards();
        boolean more = fetched.size() > request.size();
        List<T> shown = more ? fetched.subList(0, request.size()) : fetched;
        List<T> rows = backwards ? shown.reversed() : shown;
        if (rows.isEmpty()) return new Page<>(rows, Optional.empty(), Optional.empty(), count, countEstimated);

        boolean further = backwards || more;
        boolean earlier = backwards ? more : request.cursor().isPresent();
        return new Page<>(
                rows,
                further ? Optional.of(place(rows.getLast(), key, Direction.AFTER)) : Optional.empty(),
                earlier ? Optional.of(place(rows.getFirst(), key, Direction.BEFORE)) : Optional.empty(),
                count,
                countEstimated);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(rows.stream().<R>map(change).toList(), next, previous, count, countEstimated);
    }

    private static <T> Cursor place(T row, Key<T> key, Direction direction) {
        return new Cursor(key.value(row), key.id(row), direction);
    }
}
