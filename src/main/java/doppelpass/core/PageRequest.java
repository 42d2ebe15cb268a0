package doppelpass.core;

import java.util.Optional;

/** Which page of a sorted list is asked for: at most {@value #LIMIT} rows, from the start or beyond a cursor. */
public record PageRequest(String sort, boolean descending, int size, Optional<Cursor> cursor) {
    public static final int LIMIT = 200;

    public PageRequest {
        if (size < 1 || size > LIMIT) throw new IllegalArgumentException("Page size " + size + " is not 1 to " + LIMIT);
    }

    public static PageRequest first(String sort, boolean descending, int size) {
        return new PageRequest(sort, descending, size, Optional.empty());
    }

    public PageRequest at(Cursor cursor) {
        return new PageRequest(sort, descending, size, Optional.of(cursor));
    }

    /** Reading towards the start of the list: the query turns the sort order round. */
    public boolean backwards() {
        return cursor.isPresent() && cursor.get().direction() == Cursor.Direction.BEFORE;
    }

    /** How many rows to read: one more than shown tells whether another page follows. */
    public int fetch() {
        return size + 1;
    }
}
