package doppelpass.database;

import java.util.List;
import org.jooq.DSLContext;

/** What PostgreSQL's catalogue knows of the modules' schemas; names come quoted where they need it. */
record Catalogue(DSLContext db) {
    private static final String OURS =
            " n.nspname not in ('public', 'information_schema') and n.nspname not like 'pg\\_%' escape '\\'";

    /** A table that belongs into an archive, and whether rows in it mean that somebody has worked here. */
    record Table(String name, List<String> columns, boolean housekeeping) {}

    record ForeignKey(String table, String name, String definition) {}

    List<Table> tables() {
        return db.fetch("""
                select format('%I.%I', n.nspname, c.relname),
                  array_agg(quote_ident(a.attname) order by a.attnum) filter (where a.attname is not null),
                  coalesce(obj_description(c.oid) like 'housekeeping%', false)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                  and not a.attisdropped and a.attgenerated = ''
                where c.relkind = 'r' and """ + OURS + """

                  and coalesce(obj_description(c.oid) not like 'transient%', true)
                group by c.oid, n.nspname, c.relname order by 1""")
                .map(r ->
                        new Table(r.get(0, String.class), List.of(r.get(1, String[].class)), r.get(2, Boolean.class)));
    }

    List<ForeignKey> foreignKeys() {
        return db.fetch("""
                select format('%I.%I', n.nspname, c.relname), quote_ident(k.conname), pg_get_constraintdef(k.oid)
                from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                where k.contype = 'f' and k.conparentid = 0 and """ + OURS + " order by 1, 2")
                .map(r -> new ForeignKey(r.get(0, String.class), r.get(1, String.class), r.get(2, String.class)));
    }

    record Trigger(String table, String name) {}

    /** Those whose function's comment begins with "silent while restoring": what they note or refuse happened before. */
    List<Trigger> silentTriggers() {
        return db.fetch("""
                select format('%I.%I', n.nspname, c.relname), quote_ident(t.tgname)
                from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
                where not t.tgisinternal and obj_description(t.tgfoid, 'pg_proc') like 'silent while restoring%' and """ + OURS + """

                order by 1, 2""").map(r -> new Trigger(r.get(0, String.class), r.get(1, String.class)));
    }

    /** Sequences behind identity columns and others; transient tables' ones do no harm. */
    List<Manifest.Sequence> sequences() {
        return db.fetch("""
                select format('%I.%I', s.schemaname, s.sequencename),
                  coalesce(s.last_value + s.increment_by, s.start_value)
                from pg_sequences s join pg_namespace n on n.nspname = s.schemaname
                where """ + OURS + " order by 1")
                .map(r -> new Manifest.Sequence(r.get(0, String.class), r.get(1, Long.class)));
    }

    /** The versions of the schema's migrations, oldest first. */
    List<String> migrations() {
        return db.fetch("select version from public.flyway_schema_history"
                        + " where success and version is not null order by version collate \"C\"")
                .into(String.class);
    }

    String version() {
        return db.fetchSingle("show server_version").get(0, String.class);
    }

    boolean holdsRows(Table table) {
        return db.fetchSingle("select exists (select from " + table.name() + ")")
                .get(0, Boolean.class);
    }
}
