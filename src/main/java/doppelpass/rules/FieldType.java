package doppelpass.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jooq.Field;

/**
 * What a field of a subject holds. Money is {@code DECIMAL} in major units (euros, not cents): rules compute with
 * decimals exactly, in SQL as {@code numeric} and in memory as {@link BigDecimal}.
 */
public enum FieldType {
    STRING(Kind.STRING),
    INT(Kind.INT),
    DECIMAL(Kind.DECIMAL),
    BOOL(Kind.BOOL),
    TIMESTAMP(Kind.TIMESTAMP),
    DATE(Kind.DATE),
    LIST_OF_STRING(Kind.STRING);

    private final Kind kind;

    FieldType(Kind kind) {
        this.kind = kind;
    }

    /** The kind of one value: for a list, of one of its elements. */
    Kind kind() {
        return kind;
    }

    /** The type that fits a column; a column no type fits exactly (float, UUID, enum) needs a cast by its owner. */
    static FieldType of(Field<?> column) {
        Class<?> type = column.getDataType().getType();
        if (type == String.class) return STRING;
        if (type == Short.class || type == Integer.class || type == Long.class) return INT;
        if (type == BigDecimal.class) return DECIMAL;
        if (type == Boolean.class) return BOOL;
        if (type == Instant.class || type == OffsetDateTime.class) return TIMESTAMP;
        if (type == LocalDate.class) return DATE;
        if (type == String[].class) return LIST_OF_STRING;
        throw new IllegalArgumentException("Column " + column + " is of " + type
                + ": cast it to text, bigint, numeric, boolean, timestamptz or date");
    }
}
