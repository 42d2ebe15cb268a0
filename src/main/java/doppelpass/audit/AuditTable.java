package doppelpass.audit;

import static doppelpassdb.audit.Tables.ENTRY;
import static doppelpassdb.audit.Tables.WATCHED;
import static doppelpassdb.identity.Tables.PERSON_CARD;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The SQL that reads the audit; it is written by the triggers of the watched tables. */
@Component
class AuditTable {
    /** A text is looked for in so many changes, the newest that fit all else: no index holds the values. */
    static final int SEARCHED = 200_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Field<?>[] SHOWN = {
        ENTRY.ID,
        ENTRY.AT,
        ENTRY.ACTOR_ID,
        ENTRY.ORIGIN,
        ENTRY.CAUSE,
        ENTRY.TAB,
        ENTRY.KIND,
        ENTRY.RECORD_ID,
        ENTRY.ACTION,
        ENTRY.ERASED,
        ENTRY.BEFORE,
        ENTRY.AFTER
    };

    private final DSLContext db;

    AuditTable(DSLContext db) {
        this.db = db;
    }

    Page<AuditRow> of(String kind, long id, PageRequest request) {
        return page(ENTRY.KIND.eq(kind).and(ENTRY.RECORD_ID.eq(id)), request);
    }

    Page<AuditRow> page(AuditFilter filter, ZoneId zone, PageRequest request) {
        Condition where = where(filter, zone);
        if (!filter.text().isEmpty()) {
            where = where.and(floor(filter, zone).map(ENTRY.ID::ge).orElse(DSL.noCondition()))
                    .and(says(filter.text()));
        }
        return page(where, request);
    }

    /** Where a search for a text ends, if anything lies beyond. */
    Optional<Long> floor(AuditFilter filter, ZoneId zone) {
        return db.select(ENTRY.ID)
                .from(ENTRY)
                .where(where(filter, zone))
                .orderBy(ENTRY.ID.desc())
                .offset(SEARCHED)
                .limit(1)
                .fetchOptional(ENTRY.ID);
    }

    /** The kinds of records with watched tables, as far as a table has one kind. */
    List<String> kinds() {
        return db.selectDistinct(WATCHED.KIND)
                .from(WATCHED)
                .where(WATCHED.KIND.likeRegex("^\\w+$"))
                .limit(200)
                .fetch(WATCHED.KIND);
    }

    Map<Long, String> people(Set<Long> ids) {
        return db.select(PERSON_CARD.ID, PERSON_CARD.NAME)
                .from(PERSON_CARD)
                .where(PERSON_CARD.ID.in(ids))
                .fetchMap(PERSON_CARD.ID, PERSON_CARD.NAME);
    }

    long erase(String kind, long id) {
        return db.fetchSingle("select audit.erase(?, ?)", kind, id).get(0, Long.class);
    }

    private Page<AuditRow> page(Condition where, PageRequest request) {
        return new Keyset(db, ENTRY, where, ENTRY.ID, ENTRY.ID, request)
                .fetch(List.of(SHOWN), AuditTable::row, AuditRow::id);
    }

    private static Condition where(AuditFilter filter, ZoneId zone) {
        Condition where = DSL.noCondition();
        if (filter.person() != null) where = where.and(ENTRY.ACTOR_ID.eq(filter.person()));
        if (!filter.kind().isEmpty()) where = where.and(ENTRY.KIND.eq(filter.kind()));
        if (filter.record() != null) where = where.and(ENTRY.RECORD_ID.eq(filter.record()));
        if (!filter.origin().isEmpty()) where = where.and(ENTRY.ORIGIN.eq(filter.origin()));
        if (filter.from() != null)
            where = where.and(ENTRY.AT.ge(filter.from().atStartOfDay(zone).toInstant()));
        if (filter.to() != null)
            where = where.and(
                    ENTRY.AT.lt(filter.to().plusDays(1).atStartOfDay(zone).toInstant()));
        return where;
    }

    private static Condition says(String text) {
        Field<String> value = DSL.field(DSL.name("v", "value"), String.class);
        return DSL.exists(DSL.selectOne()
                .from(DSL.table(
                        "(select value from jsonb_each_text({0}) union all select value from jsonb_each_text({1})) v",
                        ENTRY.BEFORE, ENTRY.AFTER))
                .where(DSL.lower(value).contains(text.toLowerCase(Locale.ROOT))));
    }

    private static AuditRow row(Record r) {
        return new AuditRow(
                r.get(ENTRY.ID),
                r.get(ENTRY.AT),
                r.get(ENTRY.ACTOR_ID),
                r.get(ENTRY.ORIGIN),
                r.get(ENTRY.CAUSE),
                r.get(ENTRY.TAB),
                r.get(ENTRY.KIND),
                r.get(ENTRY.RECORD_ID),
                r.get(ENTRY.ACTION),
                r.get(ENTRY.ERASED) != null,
                json(r.get(ENTRY.BEFORE)),
                json(r.get(ENTRY.AFTER)));
    }

    private static JsonNode json(@Nullable JSONB value) {
        return value == null ? MissingNode.getInstance() : JSON.readTree(value.data());
    }
}
