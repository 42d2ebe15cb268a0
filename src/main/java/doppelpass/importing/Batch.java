package doppelpass.importing;

import doppelpass.database.IntakeBatch;
import java.time.Instant;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A portion of an import as the modules' intakes see it. */
record Batch(DSLContext db, long importId, String system, Instant now, String stage, Set<String> mapped)
        implements IntakeBatch {

    @Override
    public void keep(String table, String ids) {
        execute("insert into importing.before (import_id, target, record_id, row)"
                + " select {import}, '" + table + "', t.id, to_jsonb(t) from " + table + " t"
                + " where t.id in (" + ids + ") and t.import_id is distinct from {import} on conflict do nothing");
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
