package doppelpass.fields;

import doppelpass.identity.Organisations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * The SQL of indexes on fields: what there should be, what there is. A name carries what the index holds, so a field of
 * another type gets another one.
 */
@Component
class IndexTable {
    private static final Field<JSONB> STORED = DSL.field(DSL.name("fields"), SQLDataType.JSONB);

    private final DSLContext db;
    private final Homes homes;
    private final Organisations organisations;

    IndexTable(DSLContext db, Homes homes, Organisations organisations) {
        this.db = db;
        this.homes = homes;
        this.organisations = organisations;
    }

    /** Name → what follows it in the statement that makes it. */
    Map<String, String> wanted(CustomField field) {
        if (!field.quick() || field.archived() || field.computed()) return Map.of();
        Field<?> value = ValueSql.of(field, STORED, organisations.decimals());
        Map<String, String> wanted = new LinkedHashMap<>();
        if (field.type() == ValueType.CHOICES) {
            put(wanted, field, "gin (" + text(value) + ")");
            return wanted;
        }
        if (field.type() == ValueType.LINK) {
            put(wanted, field, "(" + text(value) + ")");
            return wanted;
        }
        boolean text = field.type() == ValueType.TEXT;
        String sorted = text(text ? FieldColumns.sort(value) : value);
        put(wanted, field, "(" + sorted + ", id)");
        put(wanted, field, "(" + sorted + " desc nulls last, id desc)");
        if (text) put(wanted, field, "(" + text(value) + ")");
        return wanted;
    }

    private void put(Map<String, String> wanted, CustomField field, String on) {
        String name = "x_" + field.id() + "_" + Integer.toHexString(on.hashCode());
        wanted.put(name, homes.table(field.kind()) + (on.startsWith("gin") ? " using " : " ") + on);
    }

    private String text(Field<?> value) {
        return "(" + db.renderInlined(value) + ")";
    }

    /** Our indexes that are there, with their schema; those in the making or left broken are false. */
    Map<String, Boolean> present() {
        Map<String, Boolean> present = new TreeMap<>();
        db.fetch("""
                select n.nspname, c.relname, i.indisvalid from pg_index i join pg_class c on c.oid = i.indexrelid
                join pg_namespace n on n.oid = c.relnamespace where c.relname ~ '^x_[0-9]+_[0-9a-f]+$'""")
                .forEach(r ->
                        present.put(r.get(0, String.class) + "." + r.get(1, String.class), r.get(2, Boolean.class)));
        return present;
    }

    /** Outside of transactions; writers go on meanwhile. */
    void create(String name, String on) {
        db.execute("create index concurrently if not exists " + name + " on " + on);
    }

    void drop(String name) {
        db.execute("drop index concurrently if exists " + name);
    }

    /** Lets the planner know what the indexed values are like. */
    void look(List<String> kinds) {
        kinds.forEach(kind -> db.execute("analyze " + homes.table(kind)));
    }

    String schema(CustomField field) {
        String table = homes.table(field.kind());
        return table.substring(0, table.indexOf('.'));
    }
}
