package doppelpass.glossary;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.not;

import doppelpass.rules.Subject;
import doppelpass.rules.SubjectField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The back-test's SQL: one scan for the counts, one for the months, two short lists of examples. */
@Component
class BackTestTable {
    private static final int EXAMPLES = 25;

    private final DSLContext db;

    BackTestTable(DSLContext db) {
        this.db = db;
    }

    /** What is compared: both conditions are exact, true for the records that meet the rule and false for all others. */
    record Question(Subject subject, Table<?> table, Condition before, Condition after, Instant since, ZoneId zone) {

        /** When a record came in; null where the subject does not tell. */
        @Nullable
        SubjectField created() {
            return first("created_at", "occurred_at");
        }

        @Nullable
        SubjectField title() {
            return first("title", "name", "contact_name");
        }

        private @Nullable SubjectField first(String... names) {
            return Stream.of(names)
                    .map(subject.fields()::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        Condition population() {
            SubjectField created = created();
            return created == null
                    ? DSL.noCondition()
                    : created.column().apply(table).coerce(SQLDataType.INSTANT).ge(since);
        }

        Field<Long> id() {
            return field(DSL.name(table.getName(), "id"), SQLDataType.BIGINT);
        }
    }

    Record5<Integer, Integer, Integer, Integer, Integer> counts(Question q) {
        return db.select(
                        count(),
                        count().filterWhere(q.before()),
                        count().filterWhere(q.after()),
                        count().filterWhere(q.after().and(not(q.before()))),
                        count().filterWhere(q.before().and(not(q.after()))))
                .from(q.table())
                .where(q.population())
                .fetchSingle();
    }

    List<BackTest.Month> months(Question q) {
        SubjectField created = q.created();
        if (created == null) {
            return List.of();
        }
        Field<LocalDate> month = field(
                "date_trunc('month', {0} at time zone {1})::date",
                SQLDataType.LOCALDATE,
                created.column().apply(q.table()),
                DSL.inline(q.zone().getId()));
        return db.select(month, count().filterWhere(q.before()), count().filterWhere(q.after()))
                .from(q.table())
                .where(q.population())
                .groupBy(month)
                .orderBy(month)
                .fetch(r -> new BackTest.Month(YearMonth.from(r.value1()), r.value2(), r.value3()));
    }

    List<BackTest.Example> examples(Question q, Condition which) {
        SubjectField title = q.title();
        Field<String> number = DSL.concat(DSL.inline("#"), q.id());
        Field<String> shown = title == null
                ? number
                : DSL.coalesce(DSL.nullif(title.column().apply(q.table()).cast(String.class), DSL.inline("")), number);
        return db.select(q.id(), shown)
                .from(q.table())
                .where(q.population())
                .and(which)
                .orderBy(q.id().desc())
                .limit(EXAMPLES)
                .fetch(r -> new BackTest.Example(r.value1(), r.value2(), page(q.subject(), r.value1())));
    }

    /** Entries of the timeline have no page of their own. */
    private static @Nullable String page(Subject subject, long id) {
        return switch (subject.name()) {
            case "touchpoint", "activity" -> null;
            case "company" -> "/companies/" + id;
            default -> "/" + subject.name() + "s/" + id;
        };
    }
}
