package doppelpass.kpi;

import static doppelpassdb.kpi.Tables.CHANGE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** All SQL on the log of changed facts; triggers write it. */
@Component
class ChangeTable {
    private final DSLContext db;

    ChangeTable(DSLContext db) {
        this.db = db;
    }

    /** As the current transaction sees it, its own changes included. */
    Versions versions() {
        Field<Boolean> writing = field("pg_current_xact_id_if_assigned() is not null", Boolean.class)
                .as("writing");
        Field<BigDecimal> weight = sum(CHANGE.WEIGHT);
        Map<String, Map<LocalDate, Long>> changes = new HashMap<>();
        boolean[] own = new boolean[1];
        db.select(writing, CHANGE.SOURCE, CHANGE.FROM_MONTH, weight)
                .from(selectOne().asTable("one"))
                .leftJoin(CHANGE)
                .on(DSL.trueCondition())
                .groupBy(CHANGE.SOURCE, CHANGE.FROM_MONTH)
                .forEach(r -> {
                    own[0] = r.get(writing);
                    if (r.get(CHANGE.SOURCE) != null) {
                        changes.computeIfAbsent(r.get(CHANGE.SOURCE), s -> new HashMap<>())
                                .put(r.get(CHANGE.FROM_MONTH), r.get(weight).longValueExact());
                    }
                });
        return Versions.of(changes, own[0]);
    }

    /** Writes many rows of a source and month as one of their whole weight; no sum changes for anybody. */
    void merge() {
        Table<?> gone = DSL.table(name("gone"));
        Field<String> source = field(name("gone", "source"), String.class);
        Field<LocalDate> month = field(name("gone", "from_month"), LocalDate.class);
        Field<Long> weight = field(name("gone", "weight"), Long.class);
        db.with("gone")
                .as(DSL.deleteFrom(CHANGE)
                        .where(DSL.row(CHANGE.SOURCE, CHANGE.FROM_MONTH)
                                .in(DSL.select(CHANGE.SOURCE, CHANGE.FROM_MONTH)
                                        .from(CHANGE)
                                        .groupBy(CHANGE.SOURCE, CHANGE.FROM_MONTH)
                                        .having(count().gt(1))))
                        .returning(CHANGE.SOURCE, CHANGE.FROM_MONTH, CHANGE.WEIGHT))
                .insertInto(CHANGE, CHANGE.SOURCE, CHANGE.FROM_MONTH, CHANGE.WEIGHT)
                .select(DSL.select(source, month, sum(weight).cast(Long.class))
                        .from(gone)
                        .groupBy(source, month))
                .execute();
    }
}
