package doppelpass.database;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * How indexes help to read a list in its order where none has that order itself.
 *
 * @param key what the list is sorted by follows from this, which has few values and an index with the id behind it; or null
 * @param ways parts of the list, each in the order of an index; every row that has a sort value is in one; or empty
 */
public record Along(@Nullable Field<?> key, List<Way> ways) {
    public static final Along NOTHING = new Along(null, List.of());

    /**
     * Rows with a value in a field that has an index.
     *
     * @param by for these rows the same as what the list is sorted by
     * @param joined what all of them meet, said for the planner: an outer join that it rules out may begin with the other table
     */
    public record Way(Field<?> by, Condition joined) {}

    public Along {
        ways = List.copyOf(ways);
    }
}
