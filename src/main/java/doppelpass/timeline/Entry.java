package doppelpass.timeline;

import java.util.Optional;
import org.jooq.Field;

/** A touchpoint or an activity of a history; in addresses the key tells also whose table a row is of. */
public record Entry(boolean touchpoint, long id) {
    static final int CHAPTERS = 14;
    static final int TOUCHPOINT = 0;
    static final int ACTIVITY = 1;
    static final int FIRST = 2;

    private static final int TABLES = FIRST + CHAPTERS;

    /** Rows of chapters are none of these: what they name does not exist. */
    public static Entry of(long key) {
        return new Entry(key % TABLES == TOUCHPOINT, key % TABLES < FIRST ? key / TABLES : 0);
    }

    public long key() {
        return id * TABLES + (touchpoint ? TOUCHPOINT : ACTIVITY);
    }

    static Optional<Integer> chapter(long key) {
        int table = (int) (key % TABLES);
        return table < FIRST ? Optional.empty() : Optional.of(table - FIRST);
    }

    /** The number of a chapter's row in its own table. */
    public static long row(long key) {
        return key / TABLES;
    }

    static Field<Long> key(Field<Long> id, int table) {
        return id.mul(TABLES).add(table);
    }
}
