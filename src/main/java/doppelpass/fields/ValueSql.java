package doppelpass.fields;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value out of the column {@code fields} with its type. The same text in rules, lists and indexes, so that these
 * serve those; it fails for no row, whatever was written there: what does not fit is a missing value.
 */
final class ValueSql {
    private static final String DAY = "[12][0-9][0-9][0-9]-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

    private ValueSql() {}

    /** The column of a table; null where it has none. */
    static @Nullable Field<JSONB> values(Table<?> table) {
        return table.field("fields", JSONB.class);
    }

    /** As rules see it: amounts in major units, the id of a link. */
    static Field<?> of(CustomField field, Field<JSONB> values, int digits) {
        return switch (field.type()) {
            case TEXT, CHOICE -> text(field, values);
            case NUMBER -> number(field, values);
            case MONEY ->
                DSL.field(
                        "({0} * {1})",
                        SQLDataType.NUMERIC, number(field, values), DSL.inline(BigDecimal.ONE.movePointLeft(digits)));
            case DATE -> day(text(field, values));
            case CHOICES -> DSL.field("fields.texts({0})", SQLDataType.CLOB.array(), json(field, values));
            case FLAG -> guarded("boolean", field, values, SQLDataType.BOOLEAN);
            case LINK -> DSL.cast(number(field, values), SQLDataType.BIGINT);
            case FORMULA -> throw new IllegalArgumentException("A formula is not stored: " + field.name());
        };
    }

    /** An amount as it is stored. */
    static Field<Long> minor(CustomField field, Field<JSONB> values) {
        return DSL.cast(number(field, values), SQLDataType.BIGINT);
    }

    private static Field<String> text(CustomField field, Field<JSONB> values) {
        return DSL.field("({0} ->> {1})", SQLDataType.CLOB, values, DSL.inline(field.key()));
    }

    private static Field<JSONB> json(CustomField field, Field<JSONB> values) {
        return DSL.field("({0} -> {1})", SQLDataType.JSONB, values, DSL.inline(field.key()));
    }

    private static Field<BigDecimal> number(CustomField field, Field<JSONB> values) {
        return guarded("number", field, values, SQLDataType.NUMERIC);
    }

    private static <T> Field<T> guarded(String json, CustomField field, Field<JSONB> values, DataType<T> type) {
        Field<JSONB> value = json(field, values);
        return DSL.field(
                "(case jsonb_typeof({0}) when {1} then cast({0} as {2}) end)",
                type, value, DSL.inline(json), DSL.sql(type.getTypeName()));
    }

    /** Counted from the first of its month, which no day of any month can upset; text to date would depend on settings. */
    private static Field<LocalDate> day(Field<String> text) {
        return DSL.field(
                "(case when {0} ~ {1} then make_date(cast(left({0}, 4) as int), cast(substr({0}, 6, 2) as int), 1)"
                        + " + (cast(substr({0}, 9, 2) as int) - 1) end)",
                SQLDataType.LOCALDATE, text, DSL.inline("^" + DAY + "$"));
    }
}
