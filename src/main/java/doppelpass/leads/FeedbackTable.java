package doppelpass.leads;

import static doppelpassdb.campaigns.Tables.CAMPAIGN_CARD;
import static doppelpassdb.leads.Tables.HANDOVER_FACT;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of passes, gathered by where their leads came from. */
@Component
class FeedbackTable {
    private static final int LONGEST = 2000;

    private final DSLContext db;

    FeedbackTable(DSLContext db) {
        this.db = db;
    }

    /** Passes to sales offered since then, per campaign and channel, the most returned first; nobody's name in it. */
    List<Feedback> since(Instant from) {
        Map<List<@Nullable Object>, Feedback> rows = new LinkedHashMap<>();
        db.select(
                        HANDOVER_FACT.CAMPAIGN_ID,
                        CAMPAIGN_CARD.NAME,
                        HANDOVER_FACT.CHANNEL,
                        HANDOVER_FACT.OUTCOME,
                        HANDOVER_FACT.REASON,
                        DSL.count())
                .from(HANDOVER_FACT)
                .leftJoin(CAMPAIGN_CARD)
                .on(CAMPAIGN_CARD.ID.eq(HANDOVER_FACT.CAMPAIGN_ID))
                .where(HANDOVER_FACT.KIND.eq("mql"), HANDOVER_FACT.FROM_FUNCTION.eq("marketing"))
                .and(HANDOVER_FACT.OFFERED_AT.ge(from))
                .and(DSL.coalesce(HANDOVER_FACT.OUTCOME, "").ne("rerouted"))
                .groupBy(
                        HANDOVER_FACT.CAMPAIGN_ID,
                        CAMPAIGN_CARD.NAME,
                        HANDOVER_FACT.CHANNEL,
                        HANDOVER_FACT.OUTCOME,
                        HANDOVER_FACT.REASON)
                .orderBy(CAMPAIGN_CARD.NAME, HANDOVER_FACT.CHANNEL, HANDOVER_FACT.REASON)
                .limit(LONGEST)
                .forEach(r -> rows.merge(
                        java.util.Arrays.asList(r.value1(), r.value3()),
                        Feedback.of(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6()),
                        Feedback::plus));
        return rows.values().stream()
                .sorted(java.util.Comparator.comparingInt(Feedback::returned).reversed())
                .toList();
    }
}
