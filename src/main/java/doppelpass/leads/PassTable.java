package doppelpass.leads;

import static doppelpassdb.contacts.Tables.COMPANY_CARD;
import static doppelpassdb.contacts.Tables.CONTACT_CARD;
import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.leads.Tables.HANDOVER;
import static doppelpassdb.leads.Tables.LEAD_CARD;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Keyset;
import doppelpass.identity.Person;
import doppelpass.timeline.Subject;
import doppelpassdb.identity.tables.PersonCard;
import doppelpassdb.leads.tables.records.HandoverRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL behind the pages of passes: what waits for a function, what it waits for, what was decided. */
@Component
class PassTable {
    private static final int LONGEST = 200;
    private static final PersonCard OFFERER = PERSON_CARD.as("offerer");
    private static final PersonCard DECIDER = PERSON_CARD.as("decider");
    private static final Condition OPEN = HANDOVER.OUTCOME.isNull();
    private static final Condition RESPONSE_DUE = HANDOVER.OUTCOME
            .eq(Handover.Outcome.ACCEPTED.code())
            .and(HANDOVER.FIRST_RESPONSE_AT.isNull())
            .and(HANDOVER.DUE_RESPONSE_AT.isNotNull());

    private final DSLContext db;

    PassTable(DSLContext db) {
        this.db = db;
    }

    /** A pass with its lead and the people on both ends. */
    record Row(
            Handover pass,
            @Nullable LeadRow lead,
            @Nullable String contact,
            @Nullable String company,
            @Nullable String offeredBy,
            @Nullable String decidedBy) {}

    /** What a person's team has to do now: passes to decide, questions to answer, first calls to make. */
    List<Row> incoming(Person me) {
        return select(OPEN.and(decide(me).or(answer(me))).or(RESPONSE_DUE.and(decide(me))));
    }

    /** What the person's team has passed and the other side has not decided yet. */
    List<Row> outgoing(Person me) {
        return select(OPEN.and(HANDOVER.FROM_FUNCTION.eq(me.function().code())));
    }

    /** Every open pass, for those who stand beside the field. */
    List<Row> allOpen() {
        return select(OPEN.or(RESPONSE_DUE));
    }

    int waiting(Person me) {
        return db.fetchCount(
                HANDOVER, OPEN.and(decide(me).and(HANDOVER.PAUSED_AT.isNull()).or(answer(me))));
    }

    /** Everything about a contact or company, the newest first. */
    List<Row> about(Subject subject) {
        Condition whose = subject.kind() == Subject.Kind.CONTACT
                ? HANDOVER.CONTACT_ID.eq(subject.id())
                : HANDOVER.COMPANY_ID.eq(subject.id());
        return db.select(fields())
                .from(joined())
                .where(whose)
                .orderBy(HANDOVER.OFFERED_AT.desc(), HANDOVER.ID.desc())
                .limit(20)
                .fetch(PassTable::row);
    }

    /** To the own team, to no team in particular, or out of time and so open to all; who leads a team sees them all. */
    private static Condition decide(Person me) {
        Condition function = HANDOVER.TO_FUNCTION.eq(me.function().code());
        Condition own = HANDOVER.TO_TEAM_ID.eq(me.teamId()).or(HANDOVER.TO_TEAM_ID.isNull());
        return me.teamId() == null || me.leadsTeam() ? function : function.and(own.or(HANDOVER.POOLED_AT.isNotNull()));
    }

    private static Condition answer(Person me) {
        Condition asked = HANDOVER.FROM_FUNCTION.eq(me.function().code()).and(HANDOVER.PAUSED_AT.isNotNull());
        return me.teamId() == null || me.leadsTeam()
                ? asked
                : asked.and(HANDOVER.FROM_TEAM_ID.eq(me.teamId()).or(HANDOVER.FROM_TEAM_ID.isNull()));
    }

    Optional<Row> find(long id) {
        return db.select(fields()).from(joined()).where(HANDOVER.ID.eq(id)).fetchOptional(PassTable::row);
    }

    Page<Row> decided(PageRequest request) {
        return page(HANDOVER.OUTCOME.isNotNull(), HANDOVER.DECIDED_AT, request);
    }

    Page<Row> history(PageRequest request) {
        return page(org.jooq.impl.DSL.noCondition(), HANDOVER.OFFERED_AT, request);
    }

    private Page<Row> page(Condition where, org.jooq.Field<?> sort, PageRequest request) {
        return new Keyset(db, joined(), where, sort, HANDOVER.ID, request)
                .fetch(fields(), PassTable::row, row -> row.pass().id());
    }

    private List<Row> select(Condition where) {
        return db.select(fields())
                .from(joined())
                .where(where)
                .orderBy(org.jooq.impl.DSL.coalesce(HANDOVER.DUE_RESPONSE_AT, HANDOVER.DUE_ACCEPT_AT), HANDOVER.ID)
                .limit(LONGEST)
                .fetch(PassTable::row);
    }

    private static Table<?> joined() {
        return HANDOVER.leftJoin(LEAD_CARD)
                .on(LEAD_CARD.ID.eq(HANDOVER.LEAD_ID))
                .leftJoin(CONTACT_CARD)
                .on(CONTACT_CARD.ID.eq(HANDOVER.CONTACT_ID))
                .leftJoin(COMPANY_CARD)
                .on(COMPANY_CARD.ID.eq(HANDOVER.COMPANY_ID))
                .leftJoin(OFFERER)
                .on(OFFERER.ID.eq(HANDOVER.OFFERED_BY))
                .leftJoin(DECIDER)
                .on(DECIDER.ID.eq(HANDOVER.DECIDED_BY));
    }

    private static List<SelectFieldOrAsterisk> fields() {
        List<SelectFieldOrAsterisk> fields = new ArrayList<>(List.of(HANDOVER.fields()));
        fields.addAll(List.of(LEAD_CARD.fields()));
        fields.addAll(List.of(CONTACT_CARD.NAME, COMPANY_CARD.NAME));
        fields.add(OFFERER.NAME);
        fields.add(DECIDER.NAME);
        return fields;
    }

    private static Row row(Record r) {
        HandoverRecord pass = r.into(HANDOVER);
        return new Row(
                HandoverTable.handover(pass),
                r.get(LEAD_CARD.ID) == null ? null : LeadRow.of(r),
                r.get(CONTACT_CARD.NAME),
                r.get(COMPANY_CARD.NAME),
                r.get(OFFERER.NAME),
                r.get(DECIDER.NAME));
    }
}
