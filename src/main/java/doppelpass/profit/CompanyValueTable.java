package doppelpass.profit;

import static doppelpassdb.deals.Tables.DEAL_CARD;
import static doppelpassdb.profit.Tables.REVENUE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The SQL of what a company has brought. */
@Component
class CompanyValueTable {
    private static final Field<Integer> KNOWN = count(REVENUE.COST_MINOR);

    private final DSLContext db;

    CompanyValueTable(DSLContext db) {
        this.db = db;
    }

    CompanyValue of(long company) {
        var posted = db.select(
                        coalesce(sum(REVENUE.AMOUNT_MINOR), inline(BigDecimal.ZERO)),
                        sum(REVENUE.AMOUNT_MINOR.minus(REVENUE.COST_MINOR)),
                        count(),
                        KNOWN,
                        max(REVENUE.POSTED_ON))
                .from(REVENUE)
                .where(REVENUE.COMPANY_ID.eq(company))
                .and(REVENUE.STATUS.eq("posted"))
                .and(REVENUE.REPLACED_AT.isNull())
                .fetchSingle();
        Record won = deals(company, "won");
        Record open = deals(company, "open");
        BigDecimal margin = posted.value2();
        return new CompanyValue(
                posted.value1().longValueExact(),
                margin == null ? null : margin.longValueExact(),
                posted.value3(),
                posted.value4(),
                posted.value5(),
                won.get(0, Integer.class),
                won.get(1, Long.class),
                open.get(0, Integer.class),
                open.get(1, Long.class));
    }

    private Record deals(long company, String state) {
        return db.select(count(), coalesce(sum(DEAL_CARD.AMOUNT_MINOR), inline(BigDecimal.ZERO)))
                .from(DEAL_CARD)
                .where(DEAL_CARD.COMPANY_ID.eq(company))
                .and(DEAL_CARD.STATE.eq(state))
                .fetchSingle();
    }
}
