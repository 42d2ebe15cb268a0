package doppelpass.tasks;

import static doppelpassdb.tasks.Tables.TASK_CARD;

import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.MoreColumns;
import doppelpass.lists.plug.Shape;
import doppelpass.timeline.Subject;
import java.util.Arrays;
import java.util.List;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The next task of a record and its day, in the lists of all records a task can be about. */
@Component
class NextTaskColumn implements MoreColumns {
    @Override
    public List<Column> of(Listing listing) {
        boolean known = Arrays.stream(Subject.Kind.values())
                .anyMatch(kind -> kind.code().equals(listing.subject()));
        return known
                ? List.of(
                        Column.of("task", "tasks.column", new Shape.Text(), first(listing, TASK_CARD.TITLE)),
                        Column.of("taskon", "tasks.column.due", new Shape.Day(), first(listing, TASK_CARD.DUE_ON)))
                : List.of();
    }

    private static <T> Field<T> first(Listing listing, SelectField<T> what) {
        return DSL.field(DSL.select(what)
                .from(TASK_CARD)
                .where(TASK_CARD.KIND.eq(listing.subject()))
                .and(TASK_CARD.RECORD_ID.eq(listing.id()))
                .and(TASK_CARD.STATE.eq("open"))
                .orderBy(
                        TASK_CARD.DUE_ON.asc().nullsLast(),
                        TASK_CARD.DUE_TIME.asc().nullsLast(),
                        TASK_CARD.ID)
                .limit(1));
    }
}
