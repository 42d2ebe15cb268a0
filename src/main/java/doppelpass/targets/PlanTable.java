package doppelpass.targets;

import static doppelpassdb.targets.Tables.PLAN;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of the module; nothing is overwritten, a changed plan keeps its former rows. */
@Component
class PlanTable {
    private final DSLContext db;

    PlanTable(DSLContext db) {
        this.db = db;
    }

    Map<String, Map<YearMonth, BigDecimal>> plans(Collection<String> codes, List<YearMonth> months) {
        Map<String, Map<YearMonth, BigDecimal>> plans = new HashMap<>();
        db.select(PLAN.CODE, PLAN.MONTH, PLAN.VALUE)
                .from(PLAN)
                .where(PLAN.REPLACED_AT.isNull())
                .and(PLAN.CODE.in(codes))
                .and(PLAN.MONTH.in(months.stream().map(m -> m.atDay(1)).toList()))
                .forEach(r -> plans.computeIfAbsent(r.get(PLAN.CODE), c -> new TreeMap<>())
                        .put(YearMonth.from(r.get(PLAN.MONTH)), r.get(PLAN.VALUE)));
        return plans;
    }

    /** Retires the month's plan and, unless the new one is null, writes it. */
    void replace(String code, YearMonth month, @Nullable BigDecimal value, String reason, long person, Instant now) {
        db.update(PLAN)
                .set(PLAN.REPLACED_AT, now)
                .where(PLAN.CODE.eq(code))
                .and(PLAN.MONTH.eq(month.atDay(1)))
                .and(PLAN.REPLACED_AT.isNull())
                .execute();
        if (value == null) return;
        db.insertInto(PLAN)
                .set(PLAN.CODE, code)
                .set(PLAN.MONTH, month.atDay(1))
                .set(PLAN.VALUE, value)
                .set(PLAN.REASON, reason)
                .set(PLAN.PERSON_ID, person)
                .set(PLAN.RECORDED_AT, now)
                .execute();
    }
}
