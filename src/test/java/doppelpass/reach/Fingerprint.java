package doppelpass.reach;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What stands in the database: one line a table, which is another when a row of it is another. */
@Component
class Fingerprint {
    private final DSLContext db;

    Fingerprint(DSLContext db) {
        this.db = db;
    }

    /** Every row but sessions, and what lists keep for their reader. */
    Set<String> taken() {
        List<String> tables = db.fetch("""
                select format('%I.%I', table_schema, table_name) from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'public')
                and table_name not like 'spring_session%' and table_name <> 'session_note' order by 1""").into(String.class);
        String all = tables.stream()
                .map(t ->
                        "select '" + t + "' || count(*) || ':' || coalesce(sum(hashtext(x::text)), 0) from " + t + " x")
                .collect(Collectors.joining(" union all "));
        return new TreeSet<>(db.fetch(all).into(String.class));
    }

    /** Tables whose rows are others than then. */
    Set<String> changedSince(Set<String> before) {
        Set<String> changed = taken();
        changed.removeAll(before);
        return changed;
    }
}
