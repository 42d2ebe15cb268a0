package doppelpass.duplicates;

import doppelpass.duplicates.References.Reference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** A row for any table, made from what the database itself says its columns must be. */
@Component
class SomeRows {
    /** What no single column says. */
    private static final Map<String, Map<String, String>> TAUGHT = Map.of(
            "contacts.contact",
            Map.of("last_name", "'Some'"),
            "leads.handover",
            Map.of("kind", "'reference'"),
            "reach.share",
            Map.of("person_id", "(select min(id) from identity.person)"));

    private final DSLContext db;

    SomeRows(DSLContext db) {
        this.db = db;
    }

    /** A row of the reference's table that points to this record. */
    void pointing(Reference reference, long record) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put(reference.column(), Long.toString(record));
        if (reference.kind() != null) given.put("kind", "'" + reference.kind() + "'");
        insert(reference.table(), given);
    }

    private void insert(String table, Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>(given);
        values.putAll(TAUGHT.getOrDefault(table, Map.of()));
        for (Record column : db.fetch("""
                select a.attname, format_type(a.atttypid, null),
                  (select format('%I.%I', n.nspname, p.relname) from pg_constraint k join pg_class p on p.oid = k.confrelid
                     join pg_namespace n on n.oid = p.relnamespace
                   where k.contype = 'f' and k.conrelid = a.attrelid and k.conkey = array[a.attnum] limit 1),
                  (select substring(pg_get_constraintdef(k.oid) from '''([^'']+)''::text') from pg_constraint k
                   where k.contype = 'c' and k.conrelid = a.attrelid and k.conkey = array[a.attnum] limit 1)
                from pg_attribute a where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull
                  and not a.atthasdef and a.attidentity = '' and a.attgenerated = '' order by a.attnum""", table)) {
            String name = column.get(0, String.class);
            if (!values.containsKey(name)) {
                values.put(
                        name,
                        value(column.get(1, String.class), column.get(2, String.class), column.get(3, String.class)));
            }
        }
        String sql = "insert into " + table + " (" + String.join(", ", values.keySet()) + ") values ("
                + values.values().stream().collect(Collectors.joining(", ")) + ")";
        try {
            db.execute(sql);
        } catch (RuntimeException e) {
            throw new AssertionError("No row could be made up for " + table + ", teach it here: " + sql, e);
        }
    }

    private String value(String type, String target, String allowed) {
        if (target != null) {
            if (db.fetch("select from " + target + " limit 1").isEmpty()) insert(target, Map.of());
            return "(select min(id) from " + target + ")";
        }
        if (allowed != null) return "'" + allowed + "'";
        return switch (type) {
            case "text" -> "'some'";
            case "boolean" -> "false";
            case "date" -> "date '2026-06-01'";
            case "timestamp with time zone" -> "timestamptz '2026-06-01 08:00:00.123456Z'";
            case "timestamp without time zone" -> "timestamp '2026-06-01 08:00:00'";
            case "jsonb" -> "'{\"a\": [1, null]}'";
            case "bytea" -> "decode(repeat('07', 32), 'hex')";
            case "uuid" -> "'00000000-0000-4000-8000-000000000007'";
            case "text[]", "bigint[]" -> "'{}'";
            default -> "1";
        };
    }
}
