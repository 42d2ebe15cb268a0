package doppelpass.timeline;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.timeline.Tables.ACTIVITY;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.CopyRows;
import doppelpass.database.Keyset;
import doppelpass.timeline.views.ActivityRow;
import doppelpassdb.timeline.tables.records.ActivityRecord;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL that writes and lists activities. */
@Component
class ActivityTable {
    static final Map<String, Field<?>> SORTS = Map.of(
            "occurred",
            ACTIVITY.OCCURRED_AT,
            "kind",
            ACTIVITY.KIND,
            "subject",
            DSL.lower(ACTIVITY.SUBJECT),
            "person",
            DSL.lower(PERSON_CARD.NAME));
    private static final List<SelectFieldOrAsterisk> SHOWN = List.of(
            ACTIVITY.ID,
            ACTIVITY.KIND,
            ACTIVITY.OUTCOME,
            ACTIVITY.SUBJECT,
            ACTIVITY.NOTE,
            PERSON_CARD.NAME,
            ACTIVITY.OCCURRED_AT,
            ACTIVITY.CONTACT_ID,
            ACTIVITY.COMPANY_ID,
            ACTIVITY.LEAD_ID,
            ACTIVITY.DEAL_ID);

    private final DSLContext db;

    ActivityTable(DSLContext db) {
        this.db = db;
    }

    long insert(NewActivity activity) {
        return db.insertInto(ACTIVITY).set(row(activity)).returning(ACTIVITY.ID).fetchSingle(ACTIVITY.ID);
    }

    int insertHistory(List<NewActivity> activities, Duration afterwards) {
        List<ActivityRecord> rows = activities.stream().map(this::row).toList();
        rows.forEach(row -> row.setRecordedAt(row.getOccurredAt().plus(afterwards)));
        CopyRows.write(db, ACTIVITY, rows);
        return rows.size();
    }

    int insertHistory(List<NewActivity> activities) {
        return activities.isEmpty()
                ? 0
                : db.insertInto(ACTIVITY)
                        .set(activities.stream().map(this::row).toList())
                        .onConflictDoNothing()
                        .execute();
    }

    Page<ActivityRow> page(ActivityFilter filter, PageRequest request) {
        Field<?> sort = SORTS.getOrDefault(request.sort(), ACTIVITY.OCCURRED_AT);
        var from = ACTIVITY.leftJoin(PERSON_CARD).on(PERSON_CARD.ID.eq(ACTIVITY.PERSON_ID));
        return new Keyset(db, from, where(filter), sort, ACTIVITY.ID, request)
                .fetch(SHOWN, ActivityTable::shown, ActivityRow::id);
    }

    private static Condition where(ActivityFilter filter) {
        Condition where = ACTIVITY.REPLACED_AT.isNull();
        if (!filter.q().isEmpty()) {
            Field<String> text =
                    DSL.field("lower({0} || ' ' || coalesce({1}, ''))", String.class, ACTIVITY.SUBJECT, ACTIVITY.NOTE);
            where = where.and(text.like("%" + DSL.escape(filter.q().toLowerCase(Locale.ROOT), '!') + "%", '!'));
        }
        where = filter.kind().isEmpty() ? where : where.and(ACTIVITY.KIND.eq(filter.kind()));
        where = filter.person() == null ? where : where.and(ACTIVITY.PERSON_ID.eq(filter.person()));
        where = filter.from() == null ? where : where.and(ACTIVITY.OCCURRED_AT.ge(filter.from()));
        return filter.to() == null ? where : where.and(ACTIVITY.OCCURRED_AT.lt(filter.to()));
    }

    private static ActivityRow shown(Record r) {
        return new ActivityRow(
                r.get(ACTIVITY.ID),
                r.get(ACTIVITY.KIND),
                r.get(ACTIVITY.OUTCOME),
                r.get(ACTIVITY.SUBJECT),
                r.get(ACTIVITY.NOTE),
                r.get(PERSON_CARD.NAME),
                r.get(ACTIVITY.OCCURRED_AT),
                new About(
                        r.get(ACTIVITY.CONTACT_ID),
                        r.get(ACTIVITY.COMPANY_ID),
                        r.get(ACTIVITY.LEAD_ID),
                        r.get(ACTIVITY.DEAL_ID),
                        null),
                List.of());
    }

    private ActivityRecord row(NewActivity a) {
        ActivityRecord row = db.newRecord(ACTIVITY);
        row.setKind(a.kind().code());
        row.setDirection(a.direction() == null ? null : a.direction().code());
        row.setOutcome(a.outcome() == null ? null : a.outcome().code());
        row.setSubject(a.subject());
        row.setNote(a.note());
        row.setContactId(a.about().contactId());
        row.setCompanyId(a.about().companyId());
        row.setLeadId(a.about().leadId());
        row.setDealId(a.about().dealId());
        row.setPersonId(a.personId());
        row.setOccurredAt(a.occurredAt());
        row.setDurationSeconds(
                a.duration() == null ? null : Math.toIntExact(a.duration().toSeconds()));
        row.setImportId(a.origin().importId());
        row.setSourceSystem(a.origin().system());
        row.setSourceId(a.origin().id());
        return row;
    }
}
