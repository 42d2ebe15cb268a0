package doppelpass.timeline;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.timeline.Tables.ACTIVITY;

import doppelpass.database.CopyRows;
import doppelpassdb.timeline.tables.records.ActivityRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
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

    /**
     * @param handedBy who gave it to a colleague with this; null where nobody did
     * @param known since when it is known that it happened; null where that stays
     */
    void update(long id, NewActivity activity, @Nullable Long handedBy, @Nullable Instant known) {
        ActivityRecord row = row(activity);
        if (handedBy != null) row.setHandedBy(handedBy);
        if (known != null) row.setRecordedAt(known);
        row.changed(ACTIVITY.IMPORT_ID, false);
        row.changed(ACTIVITY.SOURCE_SYSTEM, false);
        row.changed(ACTIVITY.SOURCE_ID, false);
        db.update(ACTIVITY).set(row).where(ACTIVITY.ID.eq(id)).execute();
    }

    /** Those of them that this person may change: an administrator all, a lead those of the team and of nobody, everybody their own. */
    Set<Long> changeable(Collection<Long> ids, long person, @Nullable Long leadOf, boolean administrator) {
        Condition theirs = ACTIVITY.PERSON_ID.eq(person).or(ACTIVITY.HANDED_BY.eq(person));
        if (leadOf != null)
            theirs = theirs.or(ACTIVITY.PERSON_ID.isNull())
                    .or(ACTIVITY.PERSON_ID.in(
                            DSL.select(PERSON_CARD.ID).from(PERSON_CARD).where(PERSON_CARD.TEAM_ID.eq(leadOf))));
        return db.select(ACTIVITY.ID)
                .from(ACTIVITY)
                .where(ACTIVITY.ID.eq(DSL.any(ids.toArray(Long[]::new))), ACTIVITY.REPLACED_AT.isNull())
                .and(administrator ? DSL.noCondition() : theirs)
                .fetchSet(ACTIVITY.ID);
    }

    /** What one is called. */
    Optional<String> name(long id) {
        return db.select(DSL.coalesce(DSL.nullif(ACTIVITY.SUBJECT, ""), DSL.left(ACTIVITY.NOTE, 200), DSL.inline("")))
                .from(ACTIVITY)
                .where(ACTIVITY.ID.eq(id))
                .fetchOptional(r -> r.value1());
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
