package doppelpass.importing;

import static doppelpassdb.importing.Tables.IMPORT;

import doppelpass.database.IntakeBatch;
import java.time.Instant;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A portion of an import as the modules' intakes see it. */
record Batch(DSLContext db, long importId, String system, Instant now, String stage, Set<String> mapped)
        implements IntakeBatch {

    @Override
    public void keep(String table, String ids) {
        execute("insert into importing.before (import_id, target, record_id, row)"
                + " select {import}, '" + table + "', t.id, to_jsonb(t) from " + table + " t"
                + " where t.id in (" + ids + ") and t.import_id is distinct from {import} on conflict do nothing");
    }

    @Override
    public @Nullable Long by() {
        return db.select(IMPORT.CREATED_BY)
                .from(IMPORT)
                .where(IMPORT.ID.eq(importId))
                .fetchOne(IMPORT.CREATED_BY);
    }

    /** Only known names are put in; values stay bound or are numbers and times of our own. */
    @Override
    public int execute(String sql) {
        return db.execute(filled(sql));
    }

    static String text(String value) {
        return DSL.using(SQLDialect.POSTGRES).renderInlined(DSL.inline(value));
    }

    String filled(String sql) {
        return sql.replace("{import}", Long.toString(importId))
                .replace("{system}", text(system))
                .replace("{now}", "timestamptz '" + now + "'")
                .replace("{s}", stage);
    }
}
