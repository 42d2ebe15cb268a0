package doppelpass.rules;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Records that stand in the database and as linked maps in memory alike. */
final class SomeRecords {
    private final Map<String, Map<Long, Map<String, @Nullable Object>>> byTable = new LinkedHashMap<>();

    SomeRecords() {
        for (String table : List.of("company", "contact", "lead", "touchpoint", "deal"))
            byTable.put(table, new LinkedHashMap<>());
    }

    /** Adds a record; the values alternate with their column names. */
    SomeRecords with(String table, long id, @Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", id);
        for (int i = 0; i < namesAndValues.length; i += 2)
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        all(table).put(id, values);
        return this;
    }

    Map<Long, Map<String, @Nullable Object>> all(String table) {
        return Objects.requireNonNull(byTable.get(table));
    }

    /** Writes everything into empty tables and links the maps. */
    void store(DSLContext dsl) {
        byTable.forEach((name, rows) -> {
            dsl.deleteFrom(table(name)).execute();
            rows.values().forEach(row -> insert(dsl, table(name), row));
        });
        link();
    }

    /** Links the maps as the subjects' relations say. */
    void link() {
        link("contact", "company_id", "company", "company", "contacts");
        link("lead", "contact_id", "contact", "contact", "leads");
        link("touchpoint", "lead_id", "lead", "lead", "touchpoints");
        link("deal", "contact_id", "contact", "contact", "deals");
    }

    @SuppressWarnings("unchecked")
    private void link(String many, String foreignKey, String one, String toOne, String toMany) {
        all(one).values().forEach(record -> record.put(toMany, new ArrayList<Object>()));
        for (Map<String, @Nullable Object> record : all(many).values()) {
            Map<String, @Nullable Object> other =
                    record.get(foreignKey) == null ? null : all(one).get(record.get(foreignKey));
            record.put(toOne, other);
            if (other != null) ((List<Object>) Objects.requireNonNull(other.get(toMany))).add(record);
        }
    }

    private static void insert(DSLContext dsl, SomeTable table, Map<String, @Nullable Object> row) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            Field<?> field = table.field(name);
            if (field != null) values.put(field, value);
        });
        dsl.insertInto(table).set(values).execute();
    }

    private static SomeTable table(String name) {
        return switch (name) {
            case "company" -> SomeSubjects.COMPANY;
            case "contact" -> SomeSubjects.CONTACT;
            case "lead" -> SomeSubjects.LEAD;
            case "touchpoint" -> SomeSubjects.TOUCHPOINT;
            default -> SomeSubjects.DEAL;
        };
    }

    static DSLContext dsl(Connection connection) throws SQLException {
        DSLContext dsl = DSL.using(connection, SQLDialect.POSTGRES);
        dsl.execute(SomeSubjects.TABLES);
        return dsl;
    }

    /** The numbers of the leads that SQL finds. */
    static List<Long> found(DSLContext dsl, org.jooq.Condition condition) {
        return dsl.select(SomeSubjects.LEAD.id)
                .from(SomeSubjects.LEAD)
                .where(condition)
                .orderBy(SomeSubjects.LEAD.id)
                .fetch(SomeSubjects.LEAD.id);
    }
}
