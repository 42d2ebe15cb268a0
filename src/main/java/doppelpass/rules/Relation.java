package doppelpass.rules;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/**
 * A way from one subject to another: to a single record ({@code lead.contact}) or to many ({@code lead.touchpoints}).
 * A single relation must match at most one row.
 */
public record Relation(String name, boolean many, String target, Word label, Join join) {

    /** The join condition between the aliases of owner and target; the keys are given on the aliases. */
    @FunctionalInterface
    public interface Join {
        Condition on(Table<?> owner, Field<?> ownerKey, Table<?> target, Field<?> targetKey);
    }
}
