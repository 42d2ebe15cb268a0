package doppelpass.bin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Which rows belong to a record and which rest on it, as the foreign keys of the database say: rows of the same schema
 * that would go with it belong to it, of another schema where the key's comment says {@code goes with it}; all others must
 * go first.
 */
@Component
class Family {
    private final DSLContext db;
    private final Map<String, List<Key>> known = new ConcurrentHashMap<>();

    Family(DSLContext db) {
        this.db = db;
    }

    /** A column of {@code table} that points to the id of another; {@code own} rows go with what they point to. */
    record Key(String table, String column, boolean own) {}

    /** The ids of a record's rows by table, the record's own first. */
    Map<String, Set<Long>> members(String table, long id) {
        Map<String, Set<Long>> members = new LinkedHashMap<>();
        gather(table, Set.of(id), members);
        return members;
    }

    /** Tables with rows that point to these and are not among them, with how many. */
    Map<String, Long> resting(Map<String, Set<Long>> members) {
        Map<String, Long> resting = new LinkedHashMap<>();
        members.forEach((table, ids) -> keys(table).stream()
                .filter(key -> !key.own())
                .forEach(key -> {
                    long count = count(key, ids, members.getOrDefault(key.table(), Set.of()));
                    if (count > 0) resting.merge(key.table(), count, Long::sum);
                }));
        return resting;
    }

    /** These tables so that each comes after those it points to. */
    List<String> inOrder(Collection<String> tables) {
        List<String> ordered = new ArrayList<>();
        Set<String> left = new HashSet<>(tables);
        while (!left.isEmpty()) {
            List<String> free = tables.stream()
                    .filter(left::contains)
                    .filter(table -> left.stream()
                            .filter(other -> !other.equals(table))
                            .flatMap(other -> keys(other).stream())
                            .noneMatch(key -> key.table().equals(table)))
                    .toList();
            if (free.isEmpty()) throw new IllegalStateException("Tables point to each other in a ring: " + left);
            ordered.addAll(free);
            free.forEach(left::remove);
        }
        return ordered;
    }

    /** Every table whose rows can keep a record of this one from going. */
    Set<String> resters(String table) {
        Set<String> seen = new HashSet<>();
        Set<String> resters = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(table));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (!seen.add(next)) continue;
            keys(next).forEach(key -> {
                if (key.own()) open.push(key.table());
                else resters.add(key.table());
            });
        }
        return resters;
    }

    /** The columns of a table that point to the id of another: column → that table. */
    Map<String, String> pointing(String table) {
        Map<String, String> pointing = new LinkedHashMap<>();
        db.fetch("""
                        select a.attname, format('%I.%I', n.nspname, p.relname) from pg_constraint k
                        join pg_class p on p.oid = k.confrelid join pg_namespace n on n.oid = p.relnamespace
                        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                        where k.contype = 'f' and k.conrelid = ?::regclass and cardinality(k.conkey) = 1""", table).forEach(r -> pointing.put(r.get(0, String.class), r.get(1, String.class)));
        return pointing;
    }

    private void gather(String table, Set<Long> ids, Map<String, Set<Long>> members) {
        Set<Long> fresh = new HashSet<>(ids);
        fresh.removeAll(members.getOrDefault(table, Set.of()));
        if (fresh.isEmpty()) return;
        members.computeIfAbsent(table, t -> new HashSet<>()).addAll(fresh);
        keys(table).stream().filter(Key::own).forEach(key -> gather(key.table(), pointing(key, fresh), members));
    }

    private Set<Long> pointing(Key key, Set<Long> ids) {
        return db.fetch("select id from " + key.table() + " where " + key.column() + " = any(?)", (Object)
                        ids.toArray(Long[]::new))
                .intoSet(0, Long.class);
    }

    private long count(Key key, Set<Long> ids, Set<Long> butNot) {
        String rest = butNot.isEmpty() ? "" : " and id <> all(?)";
        String query = "select count(*) from " + key.table() + " where " + key.column() + " = any(?)" + rest;
        Long[] pointed = ids.toArray(Long[]::new);
        return (butNot.isEmpty()
                        ? db.fetchSingle(query, (Object) pointed)
                        : db.fetchSingle(query, pointed, butNot.toArray(Long[]::new)))
                .get(0, Long.class);
    }

    private List<Key> keys(String table) {
        return known.computeIfAbsent(table, this::read);
    }

    private List<Key> read(String table) {
        return db.fetch("""
                        select format('%I.%I', n.nspname, c.relname), quote_ident(a.attname),
                          k.confdeltype = 'c' and (c.relnamespace = p.relnamespace
                            or coalesce(obj_description(k.oid, 'pg_constraint') = 'goes with it', false))
                        from pg_constraint k
                        join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                        join pg_class p on p.oid = k.confrelid
                        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                        where k.contype = 'f' and k.confrelid = ?::regclass and cardinality(k.conkey) = 1
                        order by 1, 2""", table)
                .map(r -> new Key(r.get(0, String.class), r.get(1, String.class), r.get(2, Boolean.class)));
    }
}
