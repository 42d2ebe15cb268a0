package doppelpass.duplicates;

import doppelpass.timeline.Moves;
import doppelpass.timeline.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every column that points to records of a kind: by a foreign key, by a pair {@code kind} and {@code record_id}, or because its
 * module says so. What is marked as transient or housekeeping notes what happened and stays as it is; so does the bin.
 */
@Component
class References {
    private final DSLContext db;
    private final List<Moves> plugs;

    References(DSLContext db, List<Moves> plugs) {
        this.db = db;
        this.plugs = plugs;
    }

    /** {@code keys}: the columns of the primary key; with {@code kind} only rows of this kind are meant. */
    record Reference(String table, String column, @Nullable String kind, List<String> keys) {}

    List<Reference> to(Matched matched) {
        List<Reference> found = new ArrayList<>();
        foreign(matched.table()).forEach(pair -> found.add(reference(pair.get(0), pair.get(1), null)));
        conventional()
                .forEach(table ->
                        found.add(reference(table, "record_id", matched.kind().code())));
        told(matched.kind()).forEach(r -> found.add(reference(r.table(), r.column(), null)));
        return found;
    }

    /** Whether rows of other tables rest on rows of this one. */
    boolean restedOn(String table) {
        return db.fetchSingle(
                        "select exists (select from pg_constraint where contype = 'f' and confrelid = ?::regclass)",
                        table)
                .get(0, Boolean.class);
    }

    private Stream<Moves.Reference> told(Subject.Kind kind) {
        return plugs.stream().flatMap(plug -> plug.references().stream()).filter(r -> r.kind() == kind);
    }

    private List<List<String>> foreign(String table) {
        return db.fetch("""
                        select format('%I.%I', n.nspname, c.relname), a.attname
                        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                        where k.contype = 'f' and k.confrelid = ?::regclass and cardinality(k.conkey) = 1
                        order by 1, 2""", table).map(r -> List.of(r.get(0, String.class), r.get(1, String.class)));
    }

    /** Tables of other modules that name a record of whatever kind. */
    private List<String> conventional() {
        return db.fetch("""
                        select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and c.relpersistence <> 't' and n.nspname not in ('bin', 'duplicates')
                          and coalesce(obj_description(c.oid, 'pg_class'), '') !~ '^(transient|housekeeping)'
                          and (select count(*) from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
                            and a.attname in ('kind', 'record_id')) = 2
                        order by 1""").into(String.class);
    }

    private Reference reference(String table, String column, @Nullable String kind) {
        List<String> keys = db.fetch("""
                        select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                        where i.indrelid = ?::regclass and i.indisprimary order by a.attnum""", table).into(String.class);
        if (keys.isEmpty())
            throw new IllegalStateException("Rows of " + table + " cannot be told apart: no primary key");
        return new Reference(table, column, kind, keys);
    }
}
