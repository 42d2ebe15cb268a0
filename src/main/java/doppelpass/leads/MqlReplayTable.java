package doppelpass.leads;

import static doppelpassdb.leads.Tables.ENTRY;
import static doppelpassdb.leads.Tables.LEAD_CARD;
import static doppelpassdb.timeline.Tables.TOUCHPOINT_CARD;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import doppelpass.rules.Subject;
import doppelpassdb.leads.tables.records.LeadCardRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What happened to leads, as far as the definition of the MQL looks at it. */
@Component
class MqlReplayTable {
    private static final int TOUCHES = 1_000_000;

    private final DSLContext db;

    MqlReplayTable(DSLContext db) {
        this.db = db;
    }

    /** Leads that came in, were passed or were touched since then; the newest first. */
    List<LeadCardRecord> leads(Instant since, int limit) {
        return db.selectFrom(LEAD_CARD)
                .where(alive(since))
                .orderBy(LEAD_CARD.CREATED_AT.desc(), LEAD_CARD.ID.desc())
                .limit(limit)
                .fetch();
    }

    /** Their entries that count, oldest first. */
    Map<Long, List<Lead.Entry>> entries(Instant since) {
        return db.select(ENTRY.LEAD_ID, ENTRY.STATE, ENTRY.CYCLE, ENTRY.OCCURRED_AT)
                .from(ENTRY)
                .where(ENTRY.LEAD_ID.in(select(LEAD_CARD.ID).from(LEAD_CARD).where(alive(since))))
                .and(ENTRY.REPLACED_AT.isNull())
                .orderBy(ENTRY.OCCURRED_AT, ENTRY.ID)
                .fetchGroups(
                        r -> r.get(ENTRY.LEAD_ID),
                        r -> new Lead.Entry(
                                null,
                                LeadState.valueOf(r.get(ENTRY.STATE)),
                                r.get(ENTRY.CYCLE),
                                r.get(ENTRY.OCCURRED_AT)));
    }

    /** What their contacts did, oldest first. */
    Map<Long, List<Touch>> touches(Instant since) {
        Select<Record1<Long>> contacts =
                select(LEAD_CARD.CONTACT_ID).from(LEAD_CARD).where(alive(since));
        return db.selectFrom(TOUCHPOINT_CARD)
                .where(TOUCHPOINT_CARD.CONTACT_ID.in(contacts))
                .orderBy(TOUCHPOINT_CARD.OCCURRED_AT, TOUCHPOINT_CARD.ID)
                .limit(TOUCHES)
                .fetchGroups(
                        r -> r.getContactId(),
                        r -> new Touch(
                                r.getKind(),
                                r.getChannel(),
                                Objects.requireNonNullElse(r.getTitle(), ""),
                                r.getContactId(),
                                r.getOccurredAt(),
                                false));
    }

    /** The fields of related records as rules name them, by key. */
    Map<Long, Map<String, Object>> today(Subject subject, Set<Long> keys) {
        Table<?> table = Objects.requireNonNull(subject.table());
        Field<Long> key = DSL.field(DSL.name(table.getName(), "id"), SQLDataType.BIGINT);
        List<Field<?>> fields = subject.fields().values().stream()
                .<Field<?>>map(field -> field.column().apply(table).as(field.name()))
                .toList();
        return db.select(key.as("key"))
                .select(fields)
                .from(table)
                .where(key.eq(any(keys.toArray(Long[]::new))))
                .fetchMap(row -> row.get(0, Long.class), row -> values(row, fields));
    }

    private static Map<String, Object> values(Record row, List<Field<?>> fields) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            Object value = row.get(i + 1);
            if (value != null) values.put(fields.get(i).getName(), value);
        }
        return values;
    }

    private static Condition alive(Instant since) {
        return LEAD_CARD
                .CREATED_AT
                .ge(since)
                .or(exists(selectOne()
                        .from(ENTRY)
                        .where(ENTRY.LEAD_ID.eq(LEAD_CARD.ID))
                        .and(ENTRY.STATE.eq(LeadState.MQL.name()))
                        .and(ENTRY.OCCURRED_AT.ge(since))))
                .or(exists(selectOne()
                        .from(TOUCHPOINT_CARD)
                        .where(TOUCHPOINT_CARD.CONTACT_ID.eq(LEAD_CARD.CONTACT_ID))
                        .and(TOUCHPOINT_CARD.OCCURRED_AT.ge(since))));
    }
}
