package doppelpass.meetings;

import static doppelpassdb.leads.Tables.HANDOVER_FACT;
import static org.jooq.impl.DSL.count;

import java.time.Instant;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** All SQL about what the leads module publishes of its passes: promises kept and broken, reasons of returns. */
@Component
class PassTable {
    private final DSLContext db;

    PassTable(DSLContext db) {
        this.db = db;
    }

    /** Promises that fell due in a span, and how many of them were broken. */
    record Promises(int due, int broken) {
        Promises plus(Promises other) {
            return new Promises(due + other.due, broken + other.broken);
        }
    }

    /** What sales promised: to accept or return in time, then to respond in time. */
    Promises ofSales(Instant from, Instant to) {
        Condition mql = HANDOVER_FACT.KIND.eq("mql").and(HANDOVER_FACT.OUTCOME.isDistinctFrom("withdrawn"));
        return promises(mql, HANDOVER_FACT.DUE_ACCEPT_AT, HANDOVER_FACT.DECIDED_AT, from, to)
                .plus(promises(mql, HANDOVER_FACT.DUE_RESPONSE_AT, HANDOVER_FACT.FIRST_RESPONSE_AT, from, to));
    }

    /** What marketing promised: to take up in time what came back. */
    Promises ofMarketing(Instant from, Instant to) {
        Condition back =
                HANDOVER_FACT.TO_FUNCTION.eq("marketing").and(HANDOVER_FACT.OUTCOME.isDistinctFrom("withdrawn"));
        return promises(back, HANDOVER_FACT.DUE_ACCEPT_AT, HANDOVER_FACT.DECIDED_AT, from, to);
    }

    /** Passes to sales that were decided in a span. */
    int decided(Instant from, Instant to) {
        return db.fetchCount(
                HANDOVER_FACT,
                HANDOVER_FACT
                        .KIND
                        .eq("mql")
                        .and(HANDOVER_FACT.OUTCOME.in("accepted", "returned"))
                        .and(within(HANDOVER_FACT.DECIDED_AT, from, to)));
    }

    /** Reason code → how many leads came back for it, the most frequent first. */
    Map<String, Integer> returned(Instant from, Instant to) {
        return db.select(HANDOVER_FACT.REASON, count())
                .from(HANDOVER_FACT)
                .where(HANDOVER_FACT.KIND.eq("mql"))
                .and(HANDOVER_FACT.OUTCOME.eq("returned").and(HANDOVER_FACT.REASON.isNotNull()))
                .and(within(HANDOVER_FACT.DECIDED_AT, from, to))
                .groupBy(HANDOVER_FACT.REASON)
                .orderBy(count().desc(), HANDOVER_FACT.REASON)
                .fetchMap(HANDOVER_FACT.REASON, count());
    }

    private Promises promises(Condition which, Field<Instant> due, Field<Instant> kept, Instant from, Instant to) {
        Condition broken = kept.isNull().or(kept.gt(due));
        return db.select(count(), count().filterWhere(broken))
                .from(HANDOVER_FACT)
                .where(which.and(within(due, from, to)))
                .fetchSingle(r -> new Promises(r.value1(), r.value2()));
    }

    private static Condition within(Field<Instant> moment, Instant from, Instant to) {
        return moment.ge(from).and(moment.lt(to));
    }
}
