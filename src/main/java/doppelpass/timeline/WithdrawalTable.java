package doppelpass.timeline;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.timeline.Tables.ACTIVITY;
import static doppelpassdb.timeline.Tables.TOUCHPOINT;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL that takes entries back and restores them; touchpoints and activities carry the same columns for it. */
@Component
class WithdrawalTable {
    /** What the restored row does not take over: it is known from now on, and a file still finds the row it brought. */
    private static final Set<String> OWN = Set.of(
            "id",
            "recorded_at",
            "replaced_at",
            "replaced_by",
            "restored_at",
            "source_system",
            "source_id",
            "handed_by");

    private final DSLContext db;

    WithdrawalTable(DSLContext db) {
        this.db = db;
    }

    Optional<Author> author(Entry entry) {
        return entry.touchpoint()
                ? db.select(TOUCHPOINT.ID)
                        .from(TOUCHPOINT)
                        .where(TOUCHPOINT.ID.eq(entry.id()))
                        .fetchOptional(r -> new Author(null, null))
                : db.select(ACTIVITY.PERSON_ID, PERSON_CARD.TEAM_ID)
                        .from(ACTIVITY)
                        .leftJoin(PERSON_CARD)
                        .on(PERSON_CARD.ID.eq(ACTIVITY.PERSON_ID))
                        .where(ACTIVITY.ID.eq(entry.id()))
                        .fetchOptional(r -> new Author(r.value1(), r.value2()));
    }

    /** False when it is taken back already. */
    boolean replace(Entry entry, long by, Instant now) {
        Table<?> table = table(entry);
        return db.update(table)
                        .set(at(table, "replaced_at"), now)
                        .set(column(table, "replaced_by", Long.class), by)
                        .where(it(entry).and(at(table, "replaced_at").isNull()))
                        .execute()
                == 1;
    }

    /** A copy that counts from now on; false when it is not taken back, or restored already. */
    boolean restore(Entry entry, Instant now) {
        Table<?> table = table(entry);
        boolean due = db.update(table)
                        .set(at(table, "restored_at"), now)
                        .where(it(entry)
                                .and(at(table, "replaced_at").isNotNull())
                                .and(at(table, "restored_at").isNull()))
                        .execute()
                == 1;
        if (due) {
            List<Field<?>> columns = Arrays.stream(table.fields())
                    .filter(f -> !OWN.contains(f.getName()))
                    .<Field<?>>map(f -> f)
                    .toList();
            db.insertInto(table, columns)
                    .select(DSL.select(columns).from(table).where(it(entry)))
                    .execute();
        }
        return due;
    }

    private static Table<?> table(Entry entry) {
        return entry.touchpoint() ? TOUCHPOINT : ACTIVITY;
    }

    private static Condition it(Entry entry) {
        return column(table(entry), "id", Long.class).eq(entry.id());
    }

    private static Field<Instant> at(Table<?> table, String name) {
        return column(table, name, Instant.class);
    }

    private static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
        return java.util.Objects.requireNonNull(table.field(name, type));
    }
}
