package doppelpass.database;

import doppelpass.core.Cursor;
import doppelpass.core.PageRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectLimitStep;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.TableLike;
import org.jooq.impl.DSL;

/** The order in which a page of a list is read, and places in it. */
record Places(TableLike<?> from, Field<?> sort, Field<Long> id, PageRequest request) {
    static final String VALUE = "keyset_value";

    List<SortField<?>> order() {
        return by(sort);
    }

    List<SortField<?>> by(Field<?> field) {
        return List.of(field.sort(direction()), id.sort(direction()));
    }

    SortOrder direction() {
        return ascending() ? SortOrder.ASC : SortOrder.DESC;
    }

    boolean ascending() {
        return request.descending() == request.backwards();
    }

    /** Whether there may be rows without a sort value. */
    boolean nullable() {
        return sort.getDataType().nullable();
    }

    Condition beyond(Cursor cursor) {
        return beyond(sort, cursor);
    }

    <V> Condition beyond(Field<V> field, Cursor cursor) {
        Field<V> bound = DSL.val(Objects.requireNonNull(cursor.value())).cast(field.getDataType());
        // the first half says nothing new, but where field and id are of two tables only it finds the place in an index
        return ascending()
                ? field.ge(bound).and(DSL.row(field, id).gt(bound, DSL.val(cursor.id())))
                : field.le(bound).and(DSL.row(field, id).lt(bound, DSL.val(cursor.id())));
    }

    /** The first so many of some rows; empty where there are no others. */
    Optional<Condition> first(DSLContext db, int rows, Condition among) {
        return db.fetchOptional(after(among).limit(DSL.inline(1)).offset(DSL.inline(rows)))
                .map(last -> among.and(upTo(sort, last.get(VALUE, String.class), last.get(id))));
    }

    SelectLimitStep<?> after(Condition beyond) {
        return DSL.select(id, sort.cast(String.class).as(VALUE))
                .from(from)
                .where(beyond)
                .orderBy(order());
    }

    private <V> Condition upTo(Field<V> field, String value, Long rowId) {
        Field<V> bound = DSL.val(value).cast(field.getDataType());
        return ascending()
                ? field.le(bound).and(DSL.row(field, id).le(bound, DSL.val(rowId)))
                : field.ge(bound).and(DSL.row(field, id).ge(bound, DSL.val(rowId)));
    }
}
