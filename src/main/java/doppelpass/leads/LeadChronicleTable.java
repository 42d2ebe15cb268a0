package doppelpass.leads;

import static doppelpassdb.leads.Tables.ENTRY;
import static doppelpassdb.leads.Tables.HANDOVER;
import static doppelpassdb.leads.Tables.HANDOVER_EVENT;
import static doppelpassdb.leads.Tables.LEAD;

import doppelpass.core.TeamFunction;
import doppelpass.database.CopyRows;
import doppelpassdb.leads.tables.records.EntryRecord;
import doppelpassdb.leads.tables.records.HandoverEventRecord;
import doppelpassdb.leads.tables.records.HandoverRecord;
import doppelpassdb.leads.tables.records.LeadRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** All SQL that writes leads with a past: four tables, one COPY each; recorded when it happened. */
@Component
class LeadChronicleTable {
    private final DSLContext db;

    LeadChronicleTable(DSLContext db) {
        this.db = db;
    }

    Iterator<Long> ids(int count) {
        return CopyRows.ids(db, LEAD, count);
    }

    void write(List<PastLead> leads) {
        CopyRows.write(db, LEAD, leads.stream().map(LeadChronicleTable::lead).toList());
        CopyRows.write(
                db,
                ENTRY,
                leads.stream().flatMap(lead -> entries(lead).stream()).toList());
        writePasses(leads);
    }

    private void writePasses(List<PastLead> leads) {
        Iterator<Long> ids = CopyRows.ids(
                db,
                HANDOVER,
                leads.stream().mapToInt(lead -> lead.passes.size()).sum());
        List<HandoverRecord> passes = new ArrayList<>();
        List<HandoverEventRecord> protocol = new ArrayList<>();
        for (PastLead lead : leads) {
            for (PastPass pass : lead.passes) {
                long id = ids.next();
                passes.add(pass(id, lead.lead(), pass));
                pass.protocol.stream()
                        .sorted(Comparator.comparing(ProtocolRow::at))
                        .forEach(row -> protocol.add(line(id, row)));
            }
        }
        CopyRows.write(db, HANDOVER, passes);
        CopyRows.write(db, HANDOVER_EVENT, protocol);
    }

    private static LeadRecord lead(PastLead past) {
        Lead lead = past.lead();
        LeadRecord row = new LeadRecord();
        row.setId(lead.id());
        row.setContactId(lead.contactId());
        row.setCompanyId(lead.companyId());
        row.setProductLine(lead.productLine());
        row.setState(lead.state().name());
        row.setCycle(lead.cycle());
        row.setSource(lead.source());
        row.setChannel(lead.channel());
        row.setCampaignId(lead.campaignId());
        row.setIntent(past.intent());
        row.setHandRaise(lead.handRaise());
        row.setOwnerId(lead.ownerId());
        row.setTeamId(lead.teamId());
        row.setRevisitOn(lead.revisitOn());
        row.setCreatedAt(lead.createdAt());
        row.setStateSince(lead.stateSince());
        row.setRecordedAt(lead.createdAt());
        row.setUpdatedAt(lead.stateSince());
        return row;
    }

    private static List<EntryRecord> entries(PastLead past) {
        return past.entries.stream()
                .map(entered -> entry(past.lead().id(), entered.entry(), entered.because()))
                .toList();
    }

    private static EntryRecord entry(long lead, Lead.Entry entry, Because because) {
        EntryRecord row = new EntryRecord();
        row.setLeadId(lead);
        row.setCycle(entry.cycle());
        row.setState(entry.to().name());
        row.setPrevious(entry.from() == null ? null : entry.from().name());
        row.setReason(because.reason() == null ? null : because.reason().name());
        row.setNote(because.note());
        row.setActorId(because.actorId());
        row.setAutomatic(because.actorId() == null);
        row.setDefinition(because.definition());
        row.setOccurredAt(entry.at());
        row.setRecordedAt(entry.at());
        return row;
    }

    private static HandoverRecord pass(long id, Lead lead, PastPass pass) {
        boolean toSales = pass.kind == Handover.Kind.MQL;
        HandoverRecord row = new HandoverRecord();
        row.setId(id);
        row.setLeadId(lead.id());
        row.setCycle(pass.cycle);
        row.setFromFunction(pass.between.from().code());
        row.setToFunction((toSales ? TeamFunction.SALES : TeamFunction.MARKETING).code());
        row.setFromTeamId(pass.between.fromTeam());
        row.setToTeamId(pass.between.toTeam());
        row.setKind(pass.kind.code());
        row.setTrigger(pass.between.trigger());
        row.setHandRaise(lead.handRaise() != null);
        row.setDefinition(pass.between.definition());
        row.setOfferedBy(pass.offeredBy);
        row.setOfferedAt(pass.offeredAt);
        row.setDueAcceptAt(pass.dueAcceptAt);
        row.setComplete(pass.between.complete());
        row.setRecordedAt(pass.offeredAt);
        decided(row, pass);
        return row;
    }

    private static void decided(HandoverRecord row, PastPass pass) {
        row.setOutcome(pass.outcome == null ? null : pass.outcome.code());
        row.setDecidedBy(pass.decidedBy);
        row.setDecidedAt(pass.decidedAt);
        row.setReason(pass.reason == null ? null : pass.reason.name());
        row.setNote(pass.note);
        row.setDueResponseAt(pass.dueResponseAt);
        row.setFirstResponseAt(pass.firstResponseAt);
        row.setPausedAt(pass.countdown.pausedAt());
        row.setPausedSeconds(pass.open() ? pass.countdown.paused().toSeconds() : 0L);
        row.setEscalation(pass.escalation.ordinal());
        row.setPooledAt(pass.pooledAt);
    }

    private static HandoverEventRecord line(long pass, ProtocolRow line) {
        HandoverEventRecord row = new HandoverEventRecord();
        row.setHandoverId(pass);
        row.setKind(line.kind());
        row.setActorId(line.actorId());
        row.setNote(line.note());
        row.setOccurredAt(line.at());
        row.setRecordedAt(line.at());
        return row;
    }
}
