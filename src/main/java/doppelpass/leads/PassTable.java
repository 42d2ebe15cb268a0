package doppelpass.leads;

import static doppelpassdb.identity.Tables.PERSON_CARD;
import static doppelpassdb.leads.Tables.HANDOVER;
import static doppelpassdb.leads.Tables.LEAD_CARD;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.core.TeamFunction;
import doppelpass.database.Keyset;
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
            LeadRow lead,
            @Nullable String offeredBy,
            @Nullable String decidedBy) {}

    /** What the function has to do now: passes to decide, questions to answer, first calls to make. */
    List<Row> incoming(TeamFunction function) {
        Condition answer = HANDOVER.FROM_FUNCTION.eq(function.code()).and(HANDOVER.PAUSED_AT.isNotNull());
        Condition mine = HANDOVER.TO_FUNCTION.eq(function.code());
        return select(OPEN.and(mine.or(answer)).or(RESPONSE_DUE.and(mine)));
    }

    /** What the function has passed and the other side has not decided yet. */
    List<Row> outgoing(TeamFunction function) {
        return select(OPEN.and(HANDOVER.FROM_FUNCTION.eq(function.code())));
    }

    /** Every open pass, for those who stand beside the field. */
    List<Row> allOpen() {
        return select(OPEN.or(RESPONSE_DUE));
    }

    int waiting(TeamFunction function) {
        Condition decide = HANDOVER.TO_FUNCTION.eq(function.code()).and(HANDOVER.PAUSED_AT.isNull());
        Condition answer = HANDOVER.FROM_FUNCTION.eq(function.code()).and(HANDOVER.PAUSED_AT.isNotNull());
        return db.fetchCount(HANDOVER, OPEN.and(decide.or(answer)));
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
        return HANDOVER.join(LEAD_CARD)
                .on(LEAD_CARD.ID.eq(HANDOVER.LEAD_ID))
                .leftJoin(OFFERER)
                .on(OFFERER.ID.eq(HANDOVER.OFFERED_BY))
                .leftJoin(DECIDER)
                .on(DECIDER.ID.eq(HANDOVER.DECIDED_BY));
    }

    private static List<SelectFieldOrAsterisk> fields() {
        List<SelectFieldOrAsterisk> fields = new ArrayList<>(List.of(HANDOVER.fields()));
        fields.addAll(List.of(LEAD_CARD.fields()));
        fields.add(OFFERER.NAME);
        fields.add(DECIDER.NAME);
        return fields;
    }

    private static Row row(Record r) {
        HandoverRecord pass = r.into(HANDOVER);
        return new Row(HandoverTable.handover(pass), LeadRow.of(r), r.get(OFFERER.NAME), r.get(DECIDER.NAME));
    }
}
