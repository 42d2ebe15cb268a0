package doppelpass.importing;

import doppelpass.database.Intake;
import doppelpass.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Takes a whole import back, unless records of others have come to rest on it since. */
@Component
class Undo {
    private final DSLContext db;
    private final Engine engine;

    Undo(DSLContext db, Engine engine) {
        this.db = db;
        this.engine = engine;
    }

    /** What would be left without its footing, in the reader's words table: count. */
    record Hanging(String table, long count) {}

    /** Within a transaction. */
    void undo(long importId) {
        List<Hanging> hanging = hanging(importId);
        if (!hanging.isEmpty()) {
            throw Refusal.conflict(
                    "importing.error.hanging",
                    hanging.stream().map(h -> h.table() + ": " + h.count()).collect(Collectors.joining(", ")));
        }
        List<Intake> backwards = engine.intakes().reversed();
        backwards.forEach(intake -> intake.undo(importId));
        backwards.forEach(intake -> db.execute("delete from " + intake.table() + " where import_id = ?", importId));
        restore(importId);
        backwards.forEach(intake -> intake.undone(importId));
    }

    /** Records that point to what the import brought and did not come with it; and changes made since. */
    List<Hanging> hanging(long importId) {
        List<Hanging> hanging = new ArrayList<>();
        for (Intake intake : engine.intakes()) {
            for (var key : db.fetch(POINTING, intake.table())) {
                String child = key.get(0, String.class);
                String column = key.get(1, String.class);
                boolean marked = key.get(2, Boolean.class);
                String own = marked ? " and c.import_id is distinct from " + importId : "";
                add(
                        hanging,
                        child,
                        "select count(*) from " + child + " c where c." + column + " in (select id from "
                                + intake.table() + " where import_id = " + importId + ")" + own);
            }
        }
        for (String target : kept(importId)) {
            if (stamped(target)) {
                add(
                        hanging,
                        target,
                        "select count(*) from " + target + " t join importing.before b on b.record_id = t.id"
                                + " and b.target = '" + target
                                + "' join importing.import i on i.id = b.import_id where i.id = "
                                + importId + " and t.updated_at > coalesce(i.finished_at, now())");
            }
        }
        return hanging;
    }

    /** Tables whose rows go with their parent do not hang, they belong to it. */
    private static final String POINTING = """
            select k.conrelid::regclass::text, a.attname, exists (select from pg_attribute m
                where m.attrelid = k.conrelid and m.attname = 'import_id')
            from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
            where k.contype = 'f' and k.confrelid = ?::regclass and k.confdeltype <> 'c'
              and k.conrelid::regclass::text not like 'importing.%'""";

    private void add(List<Hanging> hanging, String table, String query) {
        long count = db.fetchSingle(query).get(0, Long.class);
        if (count > 0) {
            hanging.add(new Hanging(table, count));
        }
    }

    /** Columns that came later than the import stay as they are. */
    private void restore(long importId) {
        for (String target : kept(importId)) {
            String columns = db.fetch("""
                    select quote_ident(column_name) from information_schema.columns
                    where table_schema || '.' || table_name = ? and column_name <> 'id' and is_generated = 'NEVER' order by ordinal_position""", target).into(String.class).stream().collect(Collectors.joining(", "));
            db.execute(
                    "update " + target + " t set (" + columns + ") = (select " + columns
                            + " from jsonb_populate_record(t, b.row)) from importing.before b where b.import_id = ? and b.target = ? and b.record_id = t.id",
                    importId,
                    target);
        }
    }

    private Set<String> kept(long importId) {
        return new TreeSet<>(db.fetch("select distinct target from importing.before where import_id = ?", importId)
                .into(String.class));
    }

    private boolean stamped(String table) {
        return db.fetch(
                        "select from information_schema.columns where table_schema || '.' || table_name = ?"
                                + " and column_name = 'updated_at'",
                        table)
                .isNotEmpty();
    }
}
