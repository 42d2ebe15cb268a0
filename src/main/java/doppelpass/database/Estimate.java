package doppelpass.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Select;

/** The planner's guess at the size of a result: good enough to say "about". */
final class Estimate {
    private static final Pattern ROWS = Pattern.compile("rows=(\\d+)");

    private Estimate() {}

    static long rows(DSLContext db, Select<?> query) {
        Matcher rows = ROWS.matcher(db.explain(query).plan());
        return rows.find() ? Math.max(Keyset.COUNTED + 1L, Long.parseLong(rows.group(1))) : Keyset.COUNTED + 1L;
    }
}
