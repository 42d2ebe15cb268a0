package doppelpass.records;

import doppelpass.timeline.Subject;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** How statements name the records of any kind that something hangs on. */
public final class RecordKey {
    private static final Map<String, String> PAGES = Arrays.stream(Subject.Kind.values())
            .collect(Collectors.toUnmodifiableMap(
                    Subject.Kind::code, kind -> new Subject(kind, 0).url().replaceFirst("0$", "")));

    private RecordKey() {}

    /** As {@link Subject#url()} has it; null without a record. */
    public static Field<String> url(Field<String> kind, Field<Long> id) {
        return DSL.concat(DSL.case_(kind).mapValues(PAGES), id.cast(String.class));
    }

    /** Whether what hangs on a record hangs on one of these. */
    public static Condition among(Field<String> kind, Field<Long> id, Set<Subject> records) {
        return DSL.row(kind, id)
                .in(records.stream()
                        .map(record -> DSL.row(record.kind().code(), record.id()))
                        .toList());
    }

    /** {@code contact-5}; null without a record. */
    public static Field<String> code(Field<String> kind, Field<Long> id) {
        return DSL.concat(kind, DSL.inline("-"), id.cast(String.class));
    }
}
