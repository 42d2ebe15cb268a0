package doppelpass.lists.plug;

import java.util.Optional;
import org.jooq.Condition;
import org.jooq.SelectLimitStep;

/**
 * Which records a list shows, as they are found along indexes, row by row, and counted.
 *
 * @param met the same as {@code where}, quick to compare with each row in the order of the list, where an index would bring up
 *     all that have the words that are searched
 * @param counted a query with as many rows that needs fewer tables
 */
public record Meant(Condition where, Optional<Condition> met, Optional<SelectLimitStep<?>> counted) {
    public static Meant of(Condition where) {
        return new Meant(where, Optional.empty(), Optional.empty());
    }

    /** Those among {@code all} with the words that are searched, found along an index or compared with each row. */
    public static Meant of(Condition all, Condition along, Condition met) {
        return new Meant(all.and(along), Optional.of(all.and(met)), Optional.empty());
    }

    public Meant counted(SelectLimitStep<?> fewerTables) {
        return new Meant(where, met, Optional.of(fewerTables));
    }

    /** Those of them that meet one more condition. */
    public Meant and(Condition rule) {
        return new Meant(where.and(rule), met.map(same -> same.and(rule)), Optional.empty());
    }
}
