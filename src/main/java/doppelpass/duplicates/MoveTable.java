package doppelpass.duplicates;

import doppelpass.duplicates.References.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL that lets rows point to another record and back; names of tables and columns come from the database itself. */
@Component
class MoveTable {
    private final DSLContext db;

    MoveTable(DSLContext db) {
        this.db = db;
    }

    /** A unique index of a table: its columns beside the one that moves, and the condition under which it holds. */
    private record Unique(List<String> others, String predicate) {}

    /** Rows that would be twice what may be once; the winner's own stays. As JSON, empty if there are none. */
    String clashing(Reference r, long winner, Long[] losers) {
        List<String> found = new ArrayList<>();
        for (Unique unique : uniques(r)) {
            String same = unique.others().stream()
                    .map(c -> " and w." + c + " = l." + c)
                    .collect(Collectors.joining());
            found.add(
                    "exists (select from (select * from %1$s where %2$s) w where (w.%3$s = %4$d or w.%3$s = any(?) and %5$s)%6$s and %7$s)"
                            .formatted(
                                    r.table(),
                                    unique.predicate(),
                                    r.column(),
                                    winner,
                                    earlier(r),
                                    same,
                                    predicate(unique, "l", r)));
        }
        if (found.isEmpty()) return "[]";
        Object[] binds = new Object[found.size() + 1];
        java.util.Arrays.fill(binds, losers);
        return db.fetchSingle(
                        "select coalesce(jsonb_agg(to_jsonb(l)), '[]')::text from " + r.table() + " l where l."
                                + r.column() + " = any(?)" + kind(r, "l") + " and (" + String.join(" or ", found) + ")",
                        binds)
                .get(0, String.class);
    }

    /** Of two losers' rows the one whose key comes first stays. */
    private static String earlier(Reference r) {
        String left = r.keys().stream().map(k -> "w." + k).collect(Collectors.joining(", "));
        String right = r.keys().stream().map(k -> "l." + k).collect(Collectors.joining(", "));
        return "(" + left + ") < (" + right + ")";
    }

    private static String predicate(Unique unique, String alias, Reference r) {
        if (unique.predicate().equals("true")) return "true";
        String keys =
                r.keys().stream().map(k -> "x." + k + " = " + alias + "." + k).collect(Collectors.joining(" and "));
        return "exists (select from (select * from " + r.table() + " where " + unique.predicate() + ") x where " + keys
                + ")";
    }

    private List<Unique> uniques(Reference r) {
        return db.fetch("""
                        select array(select a.attname::text from unnest(i.indkey::smallint[]) k join pg_attribute a on a.attrelid = i.indrelid
                            and a.attnum = k where a.attname <> ?), coalesce(pg_get_expr(i.indpred, i.indrelid), 'true')
                        from pg_index i where i.indrelid = ?::regclass and i.indisunique and i.indexprs is null
                          and exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attname = ? and a.attnum = any(i.indkey))""", r.column(), r.table(), r.column())
                .map(u -> new Unique(List.of(u.get(0, String[].class)), u.get(1, String.class)));
    }

    /** Takes these rows out. */
    void drop(Reference r, String rows) {
        db.execute(
                "delete from " + r.table() + " t using jsonb_populate_recordset(null::" + r.table()
                        + ", ?::jsonb) k where " + keys(r),
                rows);
    }

    void insert(String table, String rows) {
        String columns = columns(table);
        db.execute(
                "insert into " + table + " (" + columns + ") overriding system value select " + columns
                        + " from jsonb_populate_recordset(null::" + table + ", ?::jsonb) on conflict do nothing",
                rows);
    }

    /** Lets what points to the losers point to the winner; the keys of the rows and where they pointed, as JSON. */
    String move(Reference r, long winner, Long[] losers) {
        String kept = java.util.stream.Stream.concat(r.keys().stream(), java.util.stream.Stream.of(r.column()))
                .distinct()
                .map(c -> "'" + c + "', old." + c)
                .collect(Collectors.joining(", "));
        return db.fetchSingle(
                        "with moved as (update " + r.table() + " t set " + r.column() + " = ? where t." + r.column()
                                + " = any(?)"
                                + kind(r, "t") + " returning jsonb_build_object(" + kept + ") as row)"
                                + " select coalesce(jsonb_agg(row), '[]')::text from moved",
                        winner,
                        losers)
                .get(0, String.class);
    }

    /** The inverse: rows that were sent elsewhere or deleted since stay as they are. */
    void moveBack(Reference r, long winner, String rows) {
        String same = r.keys().stream()
                .filter(k -> !k.equals(r.column()))
                .map(k -> " and t." + k + " = k." + k)
                .collect(Collectors.joining());
        db.execute(
                "update " + r.table() + " t set " + r.column() + " = k." + r.column()
                        + " from jsonb_populate_recordset(null::" + r.table() + ", ?::jsonb) k where t." + r.column()
                        + " = ?" + same + kind(r, "t"),
                rows,
                winner);
    }

    String columns(String table) {
        return db.fetch("""
                        select quote_ident(attname) from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped
                          and attgenerated = '' order by attnum""", table).into(String.class).stream().collect(Collectors.joining(", "));
    }

    private static String keys(Reference r) {
        return r.keys().stream().map(k -> "t." + k + " = k." + k).collect(Collectors.joining(" and "));
    }

    private static String kind(Reference r, String alias) {
        return r.kind() == null ? "" : " and " + alias + ".kind = '" + r.kind() + "'";
    }
}
