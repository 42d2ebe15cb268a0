package doppelpass.reach;

import static doppelpassdb.reach.Tables.FIELD_RIGHT;

import doppelpass.core.TeamFunction;
import doppelpass.database.FieldRight;
import doppelpass.database.Veil;
import doppelpass.identity.Person;
import doppelpass.web.OwnWords;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The SQL of field rights. */
@Component
class FieldRightTable {
    private static final String LIMITABLE = """
            select kind, field, null as label_de, null as label_en, 0 as position from reach.field group by kind, field
            union all
            select kind, name, label_de, label_en, 1 + position::bigint from fields.stored_field
            order by 1, 5, 2 limit 1000
            """;

    /** With the other names of each field. */
    private static final String NAMED = """
            select r.function, r.kind || '.' || r.field, r.access from reach.field_right r
            union all
            select r.function, case when a.name like '%.%' then a.name else r.kind || '.' || a.name end, r.access
            from reach.field_right r join reach.alias a on a.kind = r.kind and a.field = r.field
            """;

    private static final String SCHEMAS = """
            select c.relname, n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'v' and obj_description(n.oid, 'pg_namespace') like 'transient, mask %' and n.nspname like ?
            """;

    private final DSLContext db;

    FieldRightTable(DSLContext db) {
        this.db = db;
    }

    List<Limitable> limitable() {
        return db.fetch(LIMITABLE).map(FieldRightTable::limitable);
    }

    private static Limitable limitable(Record r) {
        String kind = r.get(0, String.class);
        String field = r.get(1, String.class);
        String german = r.get(2, String.class);
        return new Limitable(
                kind,
                field,
                german == null ? "reach.field." + kind + "." + field : OwnWords.label(german, r.get(3, String.class)));
    }

    Map<TeamFunction, Map<String, FieldRight>> rights() {
        return rights("select function, kind || '.' || field, access from reach.field_right");
    }

    /** Hidden is more than read. */
    private Map<TeamFunction, Map<String, FieldRight>> rights(String query) {
        Map<TeamFunction, Map<String, FieldRight>> rights = new EnumMap<>(TeamFunction.class);
        db.fetch(query)
                .forEach(r -> rights.computeIfAbsent(
                                TeamFunction.of(r.get(0, String.class)), function -> new HashMap<>())
                        .merge(
                                r.get(1, String.class),
                                FieldRight.valueOf(r.get(2, String.class).toUpperCase(Locale.ROOT)),
                                (one, other) -> one.compareTo(other) > 0 ? one : other));
        return rights;
    }

    Map<TeamFunction, Veil> veils() {
        Map<TeamFunction, Veil> veils = new EnumMap<>(TeamFunction.class);
        rights(NAMED).forEach((function, fields) -> veils.put(function, new Veil(fields, schemas(function))));
        return veils;
    }

    private Map<String, String> schemas(TeamFunction function) {
        String ending = "_for_" + function.code();
        Map<String, String> schemas = new HashMap<>();
        db.fetch(SCHEMAS, "%" + ending.replace("_", "\\_")).forEach(r -> {
            String schema = r.get(1, String.class);
            schemas.put(schema.substring(0, schema.length() - ending.length()) + "." + r.get(0, String.class), schema);
        });
        return schemas;
    }

    void set(TeamFunction function, String kind, String field, FieldRight right, Person by, Instant now) {
        String access = right.name().toLowerCase(Locale.ROOT);
        var known = FIELD_RIGHT
                .FUNCTION
                .eq(function.code())
                .and(FIELD_RIGHT.KIND.eq(kind))
                .and(FIELD_RIGHT.FIELD.eq(field));
        if (right == FieldRight.VISIBLE) {
            db.deleteFrom(FIELD_RIGHT).where(known).execute();
            return;
        }
        if (db.fetchExists(FIELD_RIGHT, known.and(FIELD_RIGHT.ACCESS.eq(access)))) return;
        var row = db.newRecord(FIELD_RIGHT);
        row.setFunction(function.code());
        row.setKind(kind);
        row.setField(field);
        row.setAccess(access);
        row.setChangedBy(by.id());
        row.setChangedAt(now);
        db.insertInto(FIELD_RIGHT)
                .set(row)
                .onConflict(FIELD_RIGHT.FUNCTION, FIELD_RIGHT.KIND, FIELD_RIGHT.FIELD)
                .doUpdate()
                .set(row)
                .execute();
    }
}
