package doppelpass.timeline;

import static doppelpassdb.timeline.Tables.ACTIVITY;

import doppelpass.database.CopyRows;
import doppelpassdb.timeline.tables.records.ActivityRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL that writes activities. */
@Component
class ActivityTable {
    private final DSLContext db;

    ActivityTable(DSLContext db) {
        this.db = db;
    }

    long insert(NewActivity activity) {
        return db.insertInto(ACTIVITY).set(row(activity)).returning(ACTIVITY.ID).fetchSingle(ACTIVITY.ID);
    }

    List<About> about(Collection<Long> ids) {
        return db.select(ACTIVITY.CONTACT_ID, ACTIVITY.COMPANY_ID, ACTIVITY.LEAD_ID, ACTIVITY.DEAL_ID)
                .from(ACTIVITY)
                .where(ACTIVITY.ID.in(ids))
                .fetch(r -> new About(r.value1(), r.value2(), r.value3(), r.value4(), null));
    }

    /** One that was not taken back, held until the end of the transaction. */
    Optional<NewActivity> lock(long id) {
        return db.selectFrom(ACTIVITY)
                .where(ACTIVITY.ID.eq(id), ACTIVITY.REPLACED_AT.isNull())
                .forUpdate()
                .fetchOptional(ActivityTable::activity);
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

    private static NewActivity activity(ActivityRecord r) {
        String direction = r.getDirection();
        String outcome = r.getOutcome();
        Integer seconds = r.getDurationSeconds();
        return new NewActivity(
                NewActivity.Kind.valueOf(upper(r.getKind())),
                direction == null ? null : Direction.valueOf(upper(direction)),
                outcome == null ? null : NewActivity.Outcome.valueOf(upper(outcome)),
                r.getSubject(),
                r.getNote(),
                new About(r.getContactId(), r.getCompanyId(), r.getLeadId(), r.getDealId(), null),
                r.getPersonId(),
                r.getOccurredAt(),
                seconds == null ? null : Duration.ofSeconds(seconds),
                new Origin(r.getImportId(), r.getSourceSystem(), r.getSourceId()));
    }

    private static String upper(String code) {
        return code.toUpperCase(Locale.ROOT);
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
