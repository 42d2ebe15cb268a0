package doppelpass.rules;

import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** A table as the generator would write it. */
final class SomeTable extends TableImpl<Record> {
    private static final long serialVersionUID = 1L;

    final Field<Long> id;

    SomeTable(String name) {
        super(DSL.name("rules_test", name));
        id = required("id", SQLDataType.BIGINT);
    }

    <T> Field<T> required(String name, DataType<T> type) {
        return column(name, type.nullable(false));
    }

    <T> Field<T> optional(String name, DataType<T> type) {
        return column(name, type.nullable(true));
    }

    private <T> Field<T> column(String name, DataType<T> type) {
        Field<T> there = field(name, type);
        return there == null ? createField(DSL.name(name), type, this) : there;
    }
}
