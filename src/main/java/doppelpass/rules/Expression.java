package doppelpass.rules;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A text of the rule language that gives a value: a number, a text, a day, yes or no. The same in SQL and in memory,
 * whatever the time. Immutable.
 */
public final class Expression implements Valued {
    private final Variable root;
    private final Value value;
    private final int slots;
    private final Set<String> reads;

    Expression(Variable root, Value value, int slots, Set<String> reads) {
        this.root = root;
        this.value = value;
        this.slots = slots;
        this.reads = Set.copyOf(reads);
    }

    /** What it gives; numbers are decimals, whether whole or not. */
    public FieldType type() {
        return type(value.kind());
    }

    /** All members read, as {@code subject.member}. */
    public Set<String> reads() {
        return reads;
    }

    /** The value in SQL, null where it is missing; it fails for no row. */
    public Field<?> sql(Table<?> alias) {
        Field<Object> sql = new SqlValues(SqlScope.of(root, alias), Memory.timeOnly(Instant.EPOCH)).value(value);
        return switch (type()) {
            case DECIMAL -> DSL.cast(sql, SQLDataType.NUMERIC);
            case DATE -> DSL.cast(sql, SQLDataType.LOCALDATE);
            case BOOL -> DSL.cast(sql, SQLDataType.BOOLEAN);
            default -> DSL.cast(sql, SQLDataType.CLOB);
        };
    }

    /** The value of one record, given as for {@link Rule#test}. */
    public @Nullable Object value(Map<String, ? extends @Nullable Object> values) {
        Memory memory = new Memory(Instant.EPOCH, slots);
        memory.bind(root, values);
        return memory.value(value);
    }

    static FieldType type(Kind kind) {
        return switch (kind) {
            case INT, DECIMAL -> FieldType.DECIMAL;
            case STRING -> FieldType.STRING;
            case BOOL -> FieldType.BOOL;
            case DATE -> FieldType.DATE;
            case TIMESTAMP, DURATION -> FieldType.TIMESTAMP;
        };
    }
}
