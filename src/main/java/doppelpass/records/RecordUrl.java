package doppelpass.records;

import doppelpass.timeline.Subject;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The address of a record's page, for statements over what hangs on records of any kind. */
public final class RecordUrl {
    private static final Map<String, String> PAGES = Arrays.stream(Subject.Kind.values())
            .collect(Collectors.toUnmodifiableMap(
                    Subject.Kind::code, kind -> new Subject(kind, 0).url().replaceFirst("0$", "")));

    private RecordUrl() {}

    /** As {@link Subject#url()} has it; null without a record. */
    public static Field<String> of(Field<String> kind, Field<Long> id) {
        return DSL.concat(DSL.case_(kind).mapValues(PAGES), id.cast(String.class));
    }

    /** {@code contact-5}; null without a record. */
    public static Field<String> code(Field<String> kind, Field<Long> id) {
        return DSL.concat(kind, DSL.inline("-"), id.cast(String.class));
    }
}
