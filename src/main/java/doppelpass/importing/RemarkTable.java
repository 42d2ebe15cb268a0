package doppelpass.importing;

import static doppelpassdb.importing.Tables.FILE;
import static doppelpassdb.importing.Tables.REMARK;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** All SQL about refused rows and remarks. */
@Component
class RemarkTable {
    private final DSLContext db;

    RemarkTable(DSLContext db) {
        this.db = db;
    }

    void insert(long file, List<RowReader.Remark> remarks, boolean refused) {
        if (!remarks.isEmpty()) {
            db.insertInto(
                            REMARK,
                            REMARK.FILE_ID,
                            REMARK.ROW_NO,
                            REMARK.REFUSED,
                            REMARK.FIELD,
                            REMARK.VALUE,
                            REMARK.REASON)
                    .valuesOfRows(remarks.stream()
                            .map(r -> DSL.row(file, r.row(), refused, r.field(), r.value(), r.reason()))
                            .toList())
                    .execute();
        }
    }

    /**
     * In order of rows; {@code consumer} sees one after the other, however many there are. {@code labels}: {@code company.x_size} →
     * the message that names it.
     */
    void read(long importId, boolean refusedOnly, int limit, Map<String, String> labels, Consumer<RemarkRow> consumer) {
        Condition which = FILE.IMPORT_ID.eq(importId).and(refusedOnly ? REMARK.REFUSED : DSL.trueCondition());
        try (var rows = db.select(
                        FILE.NAME,
                        REMARK.ROW_NO,
                        REMARK.REFUSED,
                        REMARK.FIELD,
                        REMARK.VALUE,
                        REMARK.REASON,
                        FILE.OBJECT)
                .from(REMARK)
                .join(FILE)
                .on(FILE.ID.eq(REMARK.FILE_ID))
                .where(which)
                .orderBy(FILE.PLACE, REMARK.REFUSED.desc(), REMARK.ROW_NO, REMARK.ID)
                .limit(limit)
                .fetchSize(1000)
                .fetchLazy()) {
            rows.forEach(r -> consumer.accept(new RemarkRow(
                    r.value1(),
                    r.value2(),
                    r.value3(),
                    r.value4(),
                    r.value5(),
                    r.value6(),
                    labels.get(r.value7() + "." + r.value4()))));
        }
    }
}
