package doppelpass.quality;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/**
 * One check as SQL over whole sets. {@code among} are the records it looks at, {@code wrong} holds for the ones it finds;
 * {@code facts} are the values that show what is wrong, in the order the check's text names them.
 */
public record Offending(
        Table<?> from, Condition among, Condition wrong, Field<Long> id, Field<String> name, List<Field<?>> facts) {
    public Offending {
        facts = List.copyOf(facts);
    }
}
