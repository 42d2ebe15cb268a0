package doppelpass.bin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The SQL that takes a record's rows out of their tables, whichever these are, and puts them back. */
@Component
class RowTable {
    private final DSLContext db;
    private final Family family;
    private final JsonMapper json;
    private final Followed followed;

    RowTable(DSLContext db, Family family, JsonMapper json, Followed followed) {
        this.db = db;
        this.family = family;
        this.json = json;
        this.followed = followed;
    }

    /** Until the transaction ends nothing new can come to rest on it; false where it is not. */
    boolean lock(String table, long id) {
        return !db.fetch("select id from " + table + " where id = ? for update", id)
                .isEmpty();
    }

    Map<String, Set<Long>> members(String table, long id) {
        return family.members(table, id);
    }

    Map<String, Long> resting(Map<String, Set<Long>> members) {
        return family.resting(members);
    }

    /** The rows by table in the order in which they can come back. */
    JSONB copy(Map<String, Set<Long>> members) {
        ArrayNode tables = json.createArrayNode();
        for (String table : family.inOrder(members.keySet())) {
            String rows = db.fetchSingle(
                            "select coalesce(jsonb_agg(to_jsonb(t) order by t.id), '[]')::text from " + table
                                    + " t where t.id = any(?)",
                            (Object) members.getOrDefault(table, Set.of()).toArray(Long[]::new))
                    .get(0, String.class);
            ObjectNode one = tables.addObject().put("table", table);
            one.set("rows", json.readTree(rows));
        }
        return JSONB.valueOf(tables.toString());
    }

    void delete(String table, long id) {
        db.execute("delete from " + table + " where id = ?", id);
    }

    /** Inserts what {@link #copy} read, with the ids the rows had; columns that came since take their defaults. */
    void insert(JSONB copied) {
        Map<String, String> tables = new LinkedHashMap<>();
        json.readTree(copied.data())
                .forEach(one ->
                        tables.put(one.get("table").asString(), one.get("rows").toString()));
        tables.forEach((table, copy) -> {
            ArrayNode copies = (ArrayNode) json.readTree(copy);
            followed.follow(table, copies);
            String rows = copies.toString();
            String columns = String.join(", ", columns(table, rows));
            db.execute(
                    "insert into " + table + " (" + columns + ") overriding system value select " + columns
                            + " from jsonb_populate_recordset(null::" + table + ", ?::jsonb)",
                    rows);
        });
    }

    private List<String> columns(String table, String rows) {
        return db.fetch("""
                select quote_ident(attname) from pg_attribute
                where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                  and (?::jsonb -> 0) ?? attname order by attnum""", table, rows).into(String.class);
    }
}
