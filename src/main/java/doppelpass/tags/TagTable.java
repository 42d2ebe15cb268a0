package doppelpass.tags;

import static doppelpassdb.tags.Tables.TAG;
import static doppelpassdb.tags.Tables.TAGGING;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of tags. */
@Component
class TagTable {
    private static final int KNOWN = 500;
    private static final Field<Long> ENTRY = DSL.field(DSL.name("entry"), Long.class);

    private final DSLContext db;

    TagTable(DSLContext db) {
        this.db = db;
    }

    List<TagRow> all() {
        return db.select(TAG.ID, TAG.NAME, DSL.count(TAGGING.ID))
                .from(TAG)
                .leftJoin(TAGGING)
                .on(TAGGING.TAG_ID.eq(TAG.ID))
                .groupBy(TAG.ID)
                .orderBy(DSL.lower(TAG.NAME))
                .limit(KNOWN)
                .fetch(r -> new TagRow(r.value1(), r.value2(), r.value3()));
    }

    List<String> of(String kind, long entry) {
        return db.select(TAG.NAME)
                .from(TAGGING)
                .join(TAG)
                .on(TAG.ID.eq(TAGGING.TAG_ID))
                .where(TAGGING.KIND.eq(kind))
                .and(TAGGING.RECORD_ID.eq(entry))
                .orderBy(DSL.lower(TAG.NAME))
                .fetch(TAG.NAME);
    }

    /** Makes what is not there yet; another case of the letters is the same tag. */
    void know(List<String> names, long person, Instant now) {
        for (String name : names) {
            db.insertInto(TAG, TAG.NAME, TAG.PERSON_ID, TAG.CREATED_AT)
                    .values(name, person, now)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    void add(String kind, Collection<Long> entries, List<String> names, long person, Instant now) {
        db.insertInto(TAGGING, TAGGING.TAG_ID, TAGGING.KIND, TAGGING.RECORD_ID, TAGGING.PERSON_ID, TAGGING.TAGGED_AT)
                .select(DSL.select(TAG.ID, DSL.val(kind), ENTRY, DSL.val(person), DSL.val(now))
                        .from(TAG, DSL.table("unnest({0}) entry", DSL.val(entries.toArray(Long[]::new))))
                        .where(DSL.lower(TAG.NAME).in(lower(names))))
                .onConflictDoNothing()
                .execute();
    }

    void remove(String kind, Collection<Long> entries, List<String> names) {
        db.deleteFrom(TAGGING)
                .where(TAGGING.KIND.eq(kind))
                .and(TAGGING.RECORD_ID.eq(DSL.any(entries.toArray(Long[]::new))))
                .and(TAGGING.TAG_ID.in(
                        DSL.select(TAG.ID).from(TAG).where(DSL.lower(TAG.NAME).in(lower(names)))))
                .execute();
    }

    void keepOnly(String kind, Collection<Long> entries, List<String> names) {
        db.deleteFrom(TAGGING)
                .where(TAGGING.KIND.eq(kind))
                .and(TAGGING.RECORD_ID.eq(DSL.any(entries.toArray(Long[]::new))))
                .and(TAGGING.TAG_ID.notIn(
                        DSL.select(TAG.ID).from(TAG).where(DSL.lower(TAG.NAME).in(lower(names)))))
                .execute();
    }

    /** How many tags the record has that has most of them. */
    int most(String kind, Collection<Long> entries) {
        var each = DSL.select(DSL.count().as("tags"))
                .from(TAGGING)
                .where(TAGGING.KIND.eq(kind))
                .and(TAGGING.RECORD_ID.eq(DSL.any(entries.toArray(Long[]::new))))
                .groupBy(TAGGING.RECORD_ID)
                .asTable("each");
        return db.select(DSL.coalesce(DSL.max(each.field("tags", Integer.class)), 0))
                .from(each)
                .fetchSingle()
                .value1();
    }

    boolean rename(long id, String name) {
        return db.update(TAG).set(TAG.NAME, name).where(TAG.ID.eq(id)).execute() > 0;
    }

    boolean named(String name, long butNot) {
        return db.fetchExists(
                TAG, DSL.lower(TAG.NAME).eq(name.toLowerCase(Locale.ROOT)).and(TAG.ID.ne(butNot)));
    }

    boolean delete(long id) {
        return db.deleteFrom(TAG).where(TAG.ID.eq(id)).execute() > 0;
    }

    private static Set<String> lower(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
