package doppelpass.timeline;

import static doppelpassdb.timeline.Tables.TOUCHPOINT;

import doppelpass.database.CopyRows;
import doppelpassdb.timeline.tables.records.TouchpointRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL that writes touchpoints. */
@Component
class TouchpointTable {
    private final DSLContext db;

    TouchpointTable(DSLContext db) {
        this.db = db;
    }

    /** The earlier touchpoint of the same visit. The kind counts too: a request after a download is an act of its own. */
    Optional<Long> repeated(NewTouchpoint t) {
        if (t.about().contactId() == null) {
            return Optional.empty();
        }
        return db.select(TOUCHPOINT.ID)
                .from(TOUCHPOINT)
                .where(TOUCHPOINT.CONTACT_ID.eq(t.about().contactId()))
                .and(TOUCHPOINT.CHANNEL.eq(t.channel()))
                .and(TOUCHPOINT.KIND.eq(t.kind()))
                .and(TOUCHPOINT.DIRECTION.eq(t.direction().code()))
                .and(TOUCHPOINT.CAMPAIGN_ID.isNotDistinctFrom(t.about().campaignId()))
                .and(TOUCHPOINT.REPLACED_AT.isNull())
                .and(TOUCHPOINT.OCCURRED_AT.le(t.occurredAt()))
                .and(TOUCHPOINT.OCCURRED_AT.gt(t.occurredAt().minus(NewTouchpoint.ONE_VISIT)))
                .orderBy(TOUCHPOINT.OCCURRED_AT.desc())
                .limit(1)
                .fetchOptional(TOUCHPOINT.ID);
    }

    long insert(NewTouchpoint touchpoint) {
        TouchpointRecord row = row(touchpoint);
        return db.insertInto(TOUCHPOINT).set(row).returning(TOUCHPOINT.ID).fetchSingle(TOUCHPOINT.ID);
    }

    /** Recorded when it happened, as the website and the mailing do. */
    int insertOwn(List<NewTouchpoint> touchpoints) {
        List<TouchpointRecord> rows = touchpoints.stream().map(this::row).toList();
        rows.forEach(row -> row.setRecordedAt(row.getOccurredAt()));
        CopyRows.write(db, TOUCHPOINT, rows);
        return rows.size();
    }

    int insertHistory(List<NewTouchpoint> touchpoints) {
        return touchpoints.isEmpty()
                ? 0
                : db.insertInto(TOUCHPOINT)
                        .set(touchpoints.stream().map(this::row).toList())
                        .onConflictDoNothing()
                        .execute();
    }

    private TouchpointRecord row(NewTouchpoint t) {
        TouchpointRecord row = db.newRecord(TOUCHPOINT);
        row.setKind(t.kind());
        row.setChannel(t.channel());
        row.setDirection(t.direction().code());
        row.setTitle(t.title());
        row.setContactId(t.about().contactId());
        row.setCompanyId(t.about().companyId());
        row.setLeadId(t.about().leadId());
        row.setDealId(t.about().dealId());
        row.setCampaignId(t.about().campaignId());
        row.setOccurredAt(t.occurredAt());
        row.setImportId(t.origin().importId());
        row.setSourceSystem(t.origin().system());
        row.setSourceId(t.origin().id());
        return row;
    }
}
