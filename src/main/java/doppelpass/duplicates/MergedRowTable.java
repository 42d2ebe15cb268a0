package doppelpass.duplicates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL over the rows that are merged themselves, whichever table they are in; names of columns come from the database. */
@Component
class MergedRowTable {
    private final DSLContext db;

    MergedRowTable(DSLContext db) {
        this.db = db;
    }

    /** Until the transaction ends nobody else changes or deletes them; false where one is gone. */
    boolean lock(String table, List<Long> ids) {
        return db.fetch("select id from " + table + " where id = any(?) order by id for update", (Object) array(ids))
                        .size()
                == ids.size();
    }

    /** The rows as JSON. */
    String copy(String table, List<Long> ids) {
        return db.fetchSingle(
                        "select coalesce(jsonb_agg(to_jsonb(t) order by t.id), '[]')::text from " + table
                                + " t where t.id = any(?)",
                        (Object) array(ids))
                .get(0, String.class);
    }

    void delete(String table, List<Long> ids) {
        db.execute("delete from " + table + " where id = any(?)", (Object) array(ids));
    }

    /** What the parts say of each record: id → texts in the order of the parts, empty where there is nothing. */
    Map<Long, List<String>> texts(Matched matched, List<Long> ids) {
        String parts = matched.parts().stream()
                .map(part -> ", coalesce(" + part.text() + ", '')")
                .collect(Collectors.joining());
        return db.fetch("select t.id" + parts + " from " + matched.table() + " t where t.id = any(?)", (Object)
                        array(ids))
                .intoMap(
                        r -> r.get(0, Long.class),
                        r -> Stream.iterate(1, i -> i + 1)
                                .limit(matched.parts().size())
                                .map(i -> r.get(i, String.class))
                                .toList());
    }

    /** Writes columns of the winner as they stand in the copied row of another record. */
    void take(String table, List<String> columns, String rows, long from, long winner) {
        String names = String.join(", ", columns);
        db.execute(
                "update " + table + " t set (" + names + ") = (select " + names
                        + " from jsonb_populate_recordset(null::" + table
                        + ", ?::jsonb) k where k.id = ?) where t.id = ?",
                rows,
                from,
                winner);
    }

    /** One text below the other, each once. */
    void join(String table, String column, String rows, List<Long> order, long winner) {
        db.execute(
                "update " + table + " t set " + column
                        + " = (select string_agg(text, E'\\n\\n' order by place) from (select k." + column
                        + " as text, min(array_position(?::bigint[], k.id)) as place from jsonb_populate_recordset(null::"
                        + table
                        + ", ?::jsonb) k where k." + column + " <> '' group by 1) x) where t.id = ?",
                array(order),
                rows,
                winner);
    }

    /** What all are a bit of: known since the earliest; objects of values that people made up get what they lack. */
    void complete(String table, String rows, List<Long> order, long winner) {
        if (has(table, "created_at")) {
            db.execute(
                    "update " + table
                            + " t set created_at = (select min(k.created_at) from jsonb_populate_recordset(null::"
                            + table + ", ?::jsonb) k) where t.id = ?",
                    rows,
                    winner);
        }
        for (String column : objects(table)) {
            for (long other : order) {
                db.execute(
                        "update " + table + " t set " + column + " = coalesce((select k." + column
                                + " from jsonb_populate_recordset(null::"
                                + table + ", ?::jsonb) k where k.id = ? and jsonb_typeof(k." + column
                                + ") = 'object'), '{}') || t." + column
                                + " where t.id = ? and jsonb_typeof(t." + column + ") = 'object'",
                        rows,
                        other,
                        winner);
            }
        }
    }

    /** A record that would stand above itself, over whatever generations, stands at the top instead. */
    void unwind(String table, String column, long winner) {
        db.execute(
                "update " + table + " t set " + column
                        + " = null where t.id = ? and exists (with recursive up(id) as (select "
                        + column + " from " + table + " where id = ? union select p." + column + " from " + table
                        + " p join up on p.id = up.id) select from up where id = ?)",
                winner,
                winner,
                winner);
    }

    void stamp(String table, java.time.Instant now, long winner) {
        if (has(table, "updated_at"))
            db.execute("update " + table + " set updated_at = ?::timestamptz where id = ?", now.toString(), winner);
    }

    /** Gives back what a merge changed and nobody since: {@code before} and {@code after} are the copied rows of the winner. */
    void restore(String table, String before, String after, long winner) {
        List<String> changed = new ArrayList<>(
                db.fetch("""
                        select quote_ident(b.key) from jsonb_each(?::jsonb -> 0) b
                        where exists (select from pg_attribute where attrelid = '%1$s'::regclass and attname = b.key and attgenerated = '')
                          and b.value is distinct from (?::jsonb -> 0 -> b.key)
                          and (?::jsonb -> 0 -> b.key) is not distinct from
                            ((select to_jsonb(t) from %1$s t where t.id = ?) -> b.key)""".formatted(table), before, after, after, winner).into(String.class));
        if (!changed.isEmpty()) take(table, changed, before, winner, winner);
    }

    private boolean has(String table, String column) {
        return db.fetchSingle(
                        "select exists (select from pg_attribute where attrelid = ?::regclass and attname = ? and not attisdropped)",
                        table,
                        column)
                .get(0, Boolean.class);
    }

    private List<String> objects(String table) {
        return db.fetch("""
                        select quote_ident(attname) from pg_attribute
                        where attrelid = ?::regclass and atttypid = 'jsonb'::regtype and attnum > 0 and not attisdropped and attgenerated = ''""", table).into(String.class);
    }

    private static Long[] array(List<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
