package doppelpass.fields;

import doppelpass.rules.Rules;
import doppelpass.rules.Subject;
import doppelpass.rules.SubjectField;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The SQL of the values, which stand in the tables of the records themselves. */
@Component
class ValueTable {
    private static final int OFFERED = 20;

    private final DSLContext db;
    private final Homes homes;
    private final Rules rules;
    private final JsonMapper json;
    private final Map<String, String> stamps = new ConcurrentHashMap<>();

    ValueTable(DSLContext db, Homes homes, @Lazy Rules rules, JsonMapper json) {
        this.db = db;
        this.homes = homes;
        this.rules = rules;
        this.json = json;
    }

    /** What is stored of each record; a record that is not there is left out. */
    Map<Long, JsonNode> of(String kind, Collection<Long> ids) {
        return db.fetch("select id, fields::text from " + homes.table(kind) + " where id = any(?)", (Object)
                        ids.toArray(Long[]::new))
                .intoMap(r -> r.get(0, Long.class), r -> read(r.get(1, String.class)));
    }

    /** Exactly, with all decimals. */
    private JsonNode read(String stored) {
        return json.reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(stored);
    }

    /** {@link Absent} takes a value away, keys that are not named stay as they are; false where there is no such record. */
    boolean write(String kind, long id, Map<String, Object> values, Instant now) {
        ObjectNode given = json.createObjectNode();
        values.forEach((key, value) -> {
            if (value != Absent.VALUE) given.set(key, json.valueToTree(value));
        });
        String stamp = stamp(homes.table(kind), now);
        return db.execute(
                        "update " + homes.table(kind) + " set fields = (fields - ?::text[]) || ?::jsonb" + stamp
                                + " where id = ?",
                        values.keySet().toArray(String[]::new),
                        given.toString(),
                        id)
                > 0;
    }

    /** One key of many records, in one statement; which of them are there. */
    Set<Long> write(String kind, String key, Map<Long, Object> values, Instant now) {
        String stamp = stamp(homes.table(kind), now);
        return Set.copyOf(db.fetch(
                        "update " + homes.table(kind) + " t set fields = (t.fields - ?::text) || v.given::jsonb" + stamp
                                + " from unnest(?::bigint[], ?::text[]) as v(id, given) where v.id = t.id returning t.id",
                        key,
                        values.keySet().toArray(Long[]::new),
                        values.values().stream()
                                .map(value ->
                                        json.writeValueAsString(value == Absent.VALUE ? Map.of() : Map.of(key, value)))
                                .toArray(String[]::new))
                .getValues(0, Long.class));
    }

    /** Adds to what records have, in one statement. */
    void add(String kind, Map<Long, Map<String, Object>> given) {
        db.execute(
                "update " + homes.table(kind) + " t set fields = t.fields || v.given::jsonb"
                        + " from unnest(?::bigint[], ?::text[]) as v(id, given) where v.id = t.id",
                given.keySet().toArray(Long[]::new),
                given.values().stream().map(json::writeValueAsString).toArray(String[]::new));
    }

    /** Stands for a value that is taken away. */
    enum Absent {
        VALUE
    }

    /** Names of records a link may lead to, from what somebody typed. */
    List<String> offered(String kind, String typed) {
        Subject subject = rules.subjects().find(kind).orElseThrow();
        Table<?> table = Objects.requireNonNull(subject.table()).as("record");
        Field<String> shown = linkText(subject, table);
        return db.select(shown)
                .from(table)
                .where(DSL.lower(name(subject, table))
                        .like(
                                typed.strip()
                                                .toLowerCase(Locale.ROOT)
                                                .replaceAll("\\s*#\\d*$", "")
                                                .replaceAll("([!%_])", "!$1")
                                        + "%",
                                '!'))
                .orderBy(id(subject, table).desc())
                .limit(OFFERED)
                .fetch(shown);
    }

    /** The names of these records. */
    Map<Long, String> names(String kind, Collection<Long> ids) {
        Subject subject = rules.subjects().find(kind).orElseThrow();
        Table<?> table = Objects.requireNonNull(subject.table()).as("record");
        return db.select(id(subject, table), name(subject, table))
                .from(table)
                .where(id(subject, table).in(ids))
                .fetchMap(id(subject, table), r -> Objects.requireNonNullElse(r.value2(), ""));
    }

    /** The name of the record a link leads to. */
    Field<String> linkedName(String target, Field<Long> link) {
        Subject subject = rules.subjects().find(target).orElseThrow();
        Table<?> table = Objects.requireNonNull(subject.table()).as("linked");
        return DSL.field(DSL.select(name(subject, table))
                .from(table)
                .where(id(subject, table).eq(link)));
    }

    /** The same as somebody would type it: {@code Kern GmbH #7}. */
    Field<String> linkedText(String target, Field<Long> link) {
        Subject subject = rules.subjects().find(target).orElseThrow();
        Table<?> table = Objects.requireNonNull(subject.table()).as("linked");
        return DSL.field(DSL.select(linkText(subject, table))
                .from(table)
                .where(id(subject, table).eq(link)));
    }

    /** What formulas give for each record, in their order. */
    Map<Long, List<@Nullable Object>> computed(
            String kind, Collection<Long> ids, List<Function<Table<?>, Field<?>>> formulas) {
        Subject subject = rules.subjects().find(kind).orElseThrow();
        Table<?> table = Objects.requireNonNull(subject.table());
        Map<Long, List<@Nullable Object>> computed = new HashMap<>();
        db.select(formulas.stream().map(formula -> formula.apply(table)).toList())
                .select(id(subject, table))
                .from(table)
                .where(id(subject, table).in(ids))
                .forEach(row -> {
                    List<@Nullable Object> values = Arrays.asList(row.intoArray());
                    computed.put(row.get(formulas.size(), Long.class), values.subList(0, formulas.size()));
                });
        return computed;
    }

    private static Field<String> linkText(Subject subject, Table<?> table) {
        return DSL.concat(
                DSL.coalesce(name(subject, table), ""),
                DSL.inline(" #"),
                id(subject, table).cast(String.class));
    }

    private static Field<String> name(Subject subject, Table<?> table) {
        SubjectField name = Stream.of("name", "contact_name")
                .map(subject.fields()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return name.column().apply(table).coerce(String.class);
    }

    private static Field<Long> id(Subject subject, Table<?> table) {
        return Objects.requireNonNull(table.field(Objects.requireNonNull(subject.key())))
                .coerce(Long.class);
    }

    /** Notes the time of the change where the table has a column for it. */
    private String stamp(String table, Instant now) {
        String column = stamps.computeIfAbsent(
                table,
                name -> db
                        .fetch(
                                "select column_name from information_schema.columns where table_schema || '.' || table_name = ?"
                                        + " and column_name in ('updated_at', 'changed_at')",
                                name)
                        .getValues(0, String.class)
                        .stream()
                        .findFirst()
                        .orElse(""));
        return column.isEmpty() ? "" : ", " + column + " = timestamptz '" + now + "'";
    }
}
