package doppelpass.database;

import static doppelpass.database.Keyset.COUNTED;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.TableLike;
import org.jooq.impl.DSL;

/**
 * How many rows a list has: counted up to {@link Keyset#COUNTED} where counting is cheap, else the planner's estimate.
 *
 * @param counted has as many rows
 * @param searched whether words are searched, of which the planner knows nothing
 */
record HowMany(DSLContext db, TableLike<?> from, Condition where, SelectLimitStep<?> counted, boolean searched) {
    /** In the planner's units; about 5 ms. Reading 15,000 rows in order costs about as much. */
    private static final double DEAR = 2_500;

    /** Of what somebody sees who sees only a part the planner knows little: rather count than say nonsense; about 200 ms. */
    private static final double DEAR_OF_A_PART = 100_000;

    private static final long FAR_BEYOND = 10L * COUNTED;

    /** At least those seen; negative when it is an estimate. */
    long least(int seen) {
        boolean part = !SeenBy.of(db).isEmpty();
        long owned = part ? owned() : 0;
        if (owned > COUNTED) return -owned;
        Select<?> some = counted.limit(DSL.inline(COUNTED + 1));
        Estimate estimate = Estimate.of(db, some);
        boolean dear = estimate.cost() > (part ? DEAR_OF_A_PART : DEAR) || !part && estimate.rows() > FAR_BEYOND;
        // words that are not met soon are in few rows, and an index has them
        if (dear && !searched) return -Math.max(seen, Math.max(1, estimate.rows()));
        int count = db.fetchCount(some);
        return count <= COUNTED ? count : -Math.max(COUNTED + 1L, estimate.rows());
    }

    /** How many of them are seen because of their owner, if these alone are too many to count: the estimate. */
    private long owned() {
        return SeenBy.owned(db, from)
                .map(owned -> DSL.selectOne().from(from).where(where.and(owned)).limit(DSL.inline(COUNTED + 1)))
                .filter(owned -> db.fetchCount(owned) > COUNTED)
                .map(owned -> Math.max(COUNTED + 1L, Estimate.of(db, owned).rows()))
                .orElse(0L);
    }
}
