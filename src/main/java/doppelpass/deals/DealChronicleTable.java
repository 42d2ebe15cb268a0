package doppelpass.deals;

import static doppelpassdb.deals.Tables.DEAL;
import static doppelpassdb.deals.Tables.EVENT;

import doppelpass.database.CopyRows;
import doppelpassdb.deals.tables.records.DealRecord;
import doppelpassdb.deals.tables.records.EventRecord;
import java.util.Iterator;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** All SQL that writes deals with a past: two tables, one COPY each; recorded when it happened. */
@Component
class DealChronicleTable {
    private final DSLContext db;

    DealChronicleTable(DSLContext db) {
        this.db = db;
    }

    Iterator<Long> ids(int count) {
        return CopyRows.ids(db, DEAL, count);
    }

    void write(List<PastDeal> deals) {
        CopyRows.write(db, DEAL, deals.stream().map(DealChronicleTable::deal).toList());
        CopyRows.write(
                db,
                EVENT,
                deals.stream()
                        .flatMap(deal -> deal.events.stream())
                        .map(DealChronicleTable::event)
                        .toList());
    }

    private static DealRecord deal(PastDeal past) {
        Deal deal = past.deal();
        DealRecord row = DealTable.record(deal.details());
        row.setId(deal.id());
        row.setStageId(deal.stage().id());
        row.setLossReason(deal.lossReason());
        row.setCreatedAt(deal.createdAt());
        row.setStageSince(deal.stageSince());
        row.setClosedAt(deal.closedAt());
        row.setTouchedAt(past.touchedAt());
        row.setRecordedAt(deal.createdAt());
        row.setUpdatedAt(past.touchedAt());
        return row;
    }

    private static EventRecord event(DealTable.Happened happened) {
        EventRecord row = new EventRecord();
        row.setDealId(happened.dealId());
        row.setKind(happened.kind());
        row.setStageId(happened.stageId());
        row.setAmountMinor(happened.amountMinor());
        row.setReason(happened.reason());
        row.setNote(happened.note());
        row.setActorId(happened.actor());
        row.setOccurredAt(happened.at());
        row.setRecordedAt(happened.recordedAt());
        return row;
    }
}
