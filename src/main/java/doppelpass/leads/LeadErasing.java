package doppelpass.leads;

import static doppelpassdb.leads.Tables.ENTRY;
import static doppelpassdb.leads.Tables.HANDOVER;
import static doppelpassdb.leads.Tables.HANDOVER_EVENT;
import static doppelpassdb.leads.Tables.LEAD;

import doppelpass.records.Erasing;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** A contact's leads keep their states and times; what was written about them goes. */
@Component
class LeadErasing implements Erasing {
    private final DSLContext db;

    LeadErasing(DSLContext db) {
        this.db = db;
    }

    @Override
    public Set<Subject> also(Subject record) {
        if (record.kind() != Subject.Kind.CONTACT) return Set.of();
        return db.select(LEAD.ID).from(LEAD).where(LEAD.CONTACT_ID.eq(record.id())).fetch(LEAD.ID).stream()
                .map(Subject::lead)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Taken> erase(Set<Subject> records) {
        Set<Long> leads = Subject.ids(Subject.Kind.LEAD, records);
        JSONB none = JSONB.valueOf("{}");
        long fields = db.update(LEAD)
                .set(LEAD.FIELDS, none)
                .where(LEAD.ID.in(leads))
                .and(LEAD.FIELDS.ne(none))
                .execute();
        long entries = db.update(ENTRY)
                .setNull(ENTRY.NOTE)
                .where(ENTRY.LEAD_ID.in(leads))
                .and(ENTRY.NOTE.isNotNull())
                .execute();
        return List.of(
                new Taken("leads.erased.fields", fields),
                new Taken("leads.erased.notes", entries + passes(records, leads)));
    }

    private long passes(Set<Subject> records, Set<Long> leads) {
        Condition theirs =
                HANDOVER.LEAD_ID.in(leads).or(HANDOVER.CONTACT_ID.in(Subject.ids(Subject.Kind.CONTACT, records)));
        long events = db.update(HANDOVER_EVENT)
                .setNull(HANDOVER_EVENT.NOTE)
                .where(HANDOVER_EVENT.HANDOVER_ID.in(
                        DSL.select(HANDOVER.ID).from(HANDOVER).where(theirs)))
                .and(HANDOVER_EVENT.NOTE.isNotNull())
                .execute();
        return events
                + db.update(HANDOVER)
                        .setNull(HANDOVER.NOTE)
                        .setNull(HANDOVER.MESSAGE)
                        .where(theirs)
                        .and(HANDOVER.NOTE.isNotNull().or(HANDOVER.MESSAGE.isNotNull()))
                        .execute();
    }
}
