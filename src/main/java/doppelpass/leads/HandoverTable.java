package doppelpass.leads;

import static doppelpassdb.leads.Tables.HANDOVER;
import static doppelpassdb.leads.Tables.HANDOVER_EVENT;

import doppelpass.core.TeamFunction;
import doppelpass.timeline.About;
import doppelpassdb.leads.tables.records.HandoverRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL that changes passes and their protocol. */
@Component
class HandoverTable {
    private static final Condition RESPONSE_DUE = HANDOVER.OUTCOME
            .eq(Handover.Outcome.ACCEPTED.code())
            .and(HANDOVER.FIRST_RESPONSE_AT.isNull())
            .and(HANDOVER.DUE_RESPONSE_AT.isNotNull());

    /** The kinds that are steps in the life of a lead. */
    static final List<String> MOVES_LEAD = Arrays.stream(Handover.Kind.values())
            .filter(Handover.Kind::movesLead)
            .map(Handover.Kind::code)
            .toList();

    private final DSLContext db;

    HandoverTable(DSLContext db) {
        this.db = db;
    }

    Optional<Handover> find(long id) {
        return db.selectFrom(HANDOVER).where(HANDOVER.ID.eq(id)).fetchOptional(HandoverTable::handover);
    }

    Optional<Handover> openOf(long leadId) {
        return db.selectFrom(HANDOVER)
                .where(HANDOVER.LEAD_ID.eq(leadId), HANDOVER.OUTCOME.isNull(), HANDOVER.KIND.in(MOVES_LEAD))
                .fetchOptional(HandoverTable::handover);
    }

    /** The pass, held against everybody else until the transaction ends. */
    Optional<Handover> lock(long id) {
        return db.selectFrom(HANDOVER).where(HANDOVER.ID.eq(id)).forUpdate().fetchOptional(HandoverTable::handover);
    }

    /** Whoever comes second with the same deal waits here, as there may be no row yet to wait for. */
    List<Handover> openOnboardings(long dealId) {
        db.fetch("select pg_advisory_xact_lock(hashtext('leads.onboarding'), hashint8({0}))", DSL.val(dealId));
        return db.selectFrom(HANDOVER)
                .where(HANDOVER.DEAL_ID.eq(dealId), HANDOVER.OUTCOME.isNull())
                .and(HANDOVER.KIND.eq(Handover.Kind.ONBOARDING.code()))
                .forUpdate()
                .fetch(HandoverTable::handover);
    }

    List<Handover> of(long leadId) {
        return db.selectFrom(HANDOVER)
                .where(HANDOVER.LEAD_ID.eq(leadId))
                .orderBy(HANDOVER.OFFERED_AT.desc(), HANDOVER.ID.desc())
                .limit(100)
                .fetch(HandoverTable::handover);
    }

    Optional<Handover> awaitingResponse(long leadId, Instant at) {
        return db.selectFrom(HANDOVER)
                .where(HANDOVER.LEAD_ID.eq(leadId), RESPONSE_DUE, HANDOVER.DECIDED_AT.le(at))
                .orderBy(HANDOVER.ID.desc())
                .limit(1)
                .fetchOptional(HandoverTable::handover);
    }

    /** Promises still running after the id, held for this transaction; those that others hold are left to them. */
    List<Handover> running(long after, int limit) {
        return db.selectFrom(HANDOVER)
                .where(HANDOVER.OUTCOME.isNull().or(RESPONSE_DUE), HANDOVER.ID.gt(after))
                .and(HANDOVER.PAUSED_AT.isNull())
                .and(HANDOVER.ESCALATION.lt(Countdown.Rung.AGENDA.ordinal()))
                .orderBy(HANDOVER.ID)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(HandoverTable::handover);
    }

    long insert(Handover h) {
        return db.insertInto(HANDOVER)
                .set(HANDOVER.LEAD_ID, h.about().leadId())
                .set(HANDOVER.CONTACT_ID, h.about().contactId())
                .set(HANDOVER.COMPANY_ID, h.about().companyId())
                .set(HANDOVER.DEAL_ID, h.about().dealId())
                .set(HANDOVER.CYCLE, h.cycle())
                .set(HANDOVER.FROM_FUNCTION, h.from().code())
                .set(HANDOVER.TO_FUNCTION, h.to().code())
                .set(HANDOVER.FROM_TEAM_ID, h.fromTeamId())
                .set(HANDOVER.TO_TEAM_ID, h.toTeamId())
                .set(HANDOVER.KIND, h.kind().code())
                .set(HANDOVER.TRIGGER, h.trigger())
                .set(HANDOVER.MESSAGE, h.message())
                .set(HANDOVER.HAND_RAISE, h.handRaise())
                .set(HANDOVER.DEFINITION, h.definition())
                .set(HANDOVER.OFFERED_BY, h.offeredBy())
                .set(HANDOVER.OFFERED_AT, h.offeredAt())
                .set(HANDOVER.DUE_ACCEPT_AT, h.dueAcceptAt())
                .set(HANDOVER.COMPLETE, h.complete())
                .returning(HANDOVER.ID)
                .fetchSingle(HANDOVER.ID);
    }

    /** Closes the pass; the clock of the response starts at zero. */
    void decide(
            long id,
            Handover.Outcome outcome,
            @Nullable Long by,
            Instant at,
            @Nullable Reason reason,
            @Nullable String note,
            @Nullable Instant dueResponse) {
        db.update(HANDOVER)
                .set(HANDOVER.OUTCOME, outcome.code())
                .set(HANDOVER.DECIDED_BY, by)
                .set(HANDOVER.DECIDED_AT, at)
                .set(HANDOVER.REASON, reason == null ? null : reason.name())
                .set(HANDOVER.NOTE, note)
                .set(HANDOVER.DUE_RESPONSE_AT, dueResponse)
                .set(HANDOVER.PAUSED_AT, (Instant) null)
                .set(HANDOVER.PAUSED_SECONDS, 0L)
                .set(HANDOVER.ESCALATION, 0)
                .where(HANDOVER.ID.eq(id), HANDOVER.OUTCOME.isNull())
                .execute();
        record(id, outcome.code(), by, note, at);
    }

    void responded(long id, Instant at) {
        db.update(HANDOVER)
                .set(HANDOVER.FIRST_RESPONSE_AT, at)
                .set(HANDOVER.PAUSED_AT, (Instant) null)
                .where(HANDOVER.ID.eq(id))
                .execute();
    }

    void save(Handover h, Countdown countdown) {
        db.update(HANDOVER)
                .set(h.open() ? HANDOVER.DUE_ACCEPT_AT : HANDOVER.DUE_RESPONSE_AT, countdown.due())
                .set(HANDOVER.PAUSED_AT, countdown.pausedAt())
                .set(HANDOVER.PAUSED_SECONDS, countdown.paused().toSeconds())
                .where(HANDOVER.ID.eq(h.id()))
                .execute();
    }

    /**
     * Climbs the ladder; from {@code pooledAt} on every team of the receiving function may see the pass as its own. One
     * update for both: a second one in the same transaction makes PostgreSQL check the foreign key to the lead again, and
     * so wait for whoever decides about it just now.
     */
    void escalate(long id, Countdown.Rung rung, @Nullable Instant pooledAt) {
        db.update(HANDOVER)
                .set(HANDOVER.ESCALATION, rung.ordinal())
                .set(HANDOVER.POOLED_AT, DSL.coalesce(HANDOVER.POOLED_AT, DSL.val(pooledAt, HANDOVER.POOLED_AT)))
                .where(HANDOVER.ID.eq(id))
                .execute();
    }

    /** The receiving team says it has no people for it: counts as a broken promise, whenever it decides. */
    void noCapacity(long id, long by, String note, Instant at) {
        db.update(HANDOVER)
                .set(HANDOVER.NO_CAPACITY_AT, DSL.coalesce(HANDOVER.NO_CAPACITY_AT, at))
                .where(HANDOVER.ID.eq(id))
                .execute();
        record(id, "no_capacity", by, note, at);
    }

    void record(long id, String kind, @Nullable Long actor, @Nullable String note, Instant at) {
        db.insertInto(HANDOVER_EVENT)
                .set(HANDOVER_EVENT.HANDOVER_ID, id)
                .set(HANDOVER_EVENT.KIND, kind)
                .set(HANDOVER_EVENT.ACTOR_ID, actor)
                .set(HANDOVER_EVENT.NOTE, note)
                .set(HANDOVER_EVENT.OCCURRED_AT, at)
                .execute();
    }

    List<ProtocolRow> protocol(long id) {
        return db.selectFrom(HANDOVER_EVENT)
                .where(HANDOVER_EVENT.HANDOVER_ID.eq(id))
                .orderBy(HANDOVER_EVENT.OCCURRED_AT, HANDOVER_EVENT.ID)
                .limit(500)
                .fetch(r -> new ProtocolRow(r.getKind(), r.getActorId(), r.getNote(), r.getOccurredAt()));
    }

    static Handover handover(HandoverRecord r) {
        return new Handover(
                r.getId(),
                new About(r.getContactId(), r.getCompanyId(), r.getLeadId(), r.getDealId(), null),
                r.getCycle(),
                Handover.Kind.of(r.getKind()),
                TeamFunction.of(r.getFromFunction()),
                TeamFunction.of(r.getToFunction()),
                r.getFromTeamId(),
                r.getToTeamId(),
                r.getTrigger(),
                r.getMessage(),
                r.getHandRaise(),
                r.getDefinition(),
                r.getOfferedBy(),
                r.getOfferedAt(),
                r.getDueAcceptAt(),
                r.getOutcome() == null ? null : Handover.Outcome.of(r.getOutcome()),
                r.getDecidedBy(),
                r.getDecidedAt(),
                r.getReason() == null ? null : Reason.of(r.getReason()).orElse(null),
                r.getNote(),
                r.getDueResponseAt(),
                r.getFirstResponseAt(),
                r.getPausedAt(),
                Duration.ofSeconds(r.getPausedSeconds()),
                Countdown.Rung.values()[r.getEscalation()],
                r.getComplete(),
                r.getPooledAt());
    }
}
