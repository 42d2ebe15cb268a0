package doppelpass.timeline;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Plug: what another module adds to the histories of records, read with the entries of this module as one list. */
public interface Chapter {
    /** The filter it is shown under, with the text {@code timeline.filter.FILTER}. */
    String filter();

    String icon();

    Table<?> table();

    Columns columns();

    /** What of the table is told. */
    Condition told();

    /** What happened, in the language of the page. */
    String label(String kind);

    /** What is said beside the label, in the language of the page. */
    default String title(String kind, String text) {
        return text;
    }

    /** The titles of one page, made readable all at once. */
    default List<String> read(List<String> titles) {
        return titles;
    }

    /** Where more of it is shown; without one the label is no link. */
    default @Nullable String url(Subject record, long id) {
        return null;
    }

    /**
     * What is read of a row.
     *
     * @param recordKind the code of {@link Subject.Kind}, a constant where the table belongs to one kind
     */
    record Columns(
            Field<Long> id,
            Field<String> kind,
            Field<String> title,
            Field<Long> person,
            Field<Instant> occurredAt,
            Field<String> recordKind,
            Field<Long> recordId) {}
}
