package doppelpass.rules;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record rules speak about, under its own name: {@code lead.fit >= 60}. Immutable; each method returns a
 * subject with one thing more.
 *
 * @param labels prefix of the message keys: {@code leads.lead} names the subject, {@code leads.lead.fit} its field fit,
 *     {@code leads.lead.source.event} the choice event of its field source
 */
public record Subject(
        String name,
        String labels,
        @Nullable Table<?> table,
        @Nullable Field<?> key,
        Map<String, SubjectField> fields,
        Map<String, Relation> relations) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final Set<String> TAKEN = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "now",
            "null",
            "package",
            "return",
            "subject",
            "today",
            "true",
            "var",
            "void",
            "while");

    public Subject {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        relations = Collections.unmodifiableMap(new LinkedHashMap<>(relations));
        checkName(name);
    }

    /** The subject itself; its module owns the table (or publishes it as a view). */
    public static Subject of(String name, String labels, Table<?> table, Field<?> key) {
        return new Subject(name, labels, table, key, Map.of(), Map.of());
    }

    /** More fields and relations for a subject that another module owns, as deals add {@code lead.deals}. */
    public static Subject extending(String name, String labels) {
        return new Subject(name, labels, null, null, Map.of(), Map.of());
    }

    /** A field read from a column; type and nullability are the column's. */
    public Subject field(String fieldName, Field<?> column, String... choices) {
        return field(plain(fieldName, column, List.of(choices)));
    }

    private SubjectField plain(String fieldName, Field<?> column, List<String> choices) {
        return new SubjectField(
                fieldName,
                FieldType.of(column),
                column.getDataType().nullable(),
                alias -> on(alias, column),
                label(fieldName),
                choices);
    }

    /** A text column that shows {@code standIn} where {@code stored} is null. */
    public Subject field(String fieldName, Field<?> column, Field<?> stored, String standIn, String... choices) {
        return field(new SubjectField(
                fieldName,
                FieldType.of(column),
                column.getDataType().nullable(),
                alias -> on(alias, column),
                label(fieldName),
                List.of(choices),
                labels + "." + fieldName,
                new SubjectField.StandIn(alias -> on(alias, stored), standIn)));
    }

    /** A text column with fixed choices, whose names are messages at {@code choiceLabels}. */
    public Subject choice(String fieldName, Field<?> column, String choiceLabels, List<String> choices) {
        return field(new SubjectField(
                fieldName,
                FieldType.of(column),
                column.getDataType().nullable(),
                alias -> on(alias, column),
                label(fieldName),
                choices,
                choiceLabels,
                null));
    }

    /** A text of the one row elsewhere whose key stands in our column, as the name of an owner. */
    public Subject named(String fieldName, Field<?> column, TableField<?, ?> otherKey, TableField<?, String> shown) {
        return field(new SubjectField(
                        fieldName,
                        FieldType.STRING,
                        true,
                        alias -> DSL.field(
                                DSL.select(shown).from(shown.getTable()).where(equal(otherKey, on(alias, column)))),
                        label(fieldName),
                        List.of())
                .knowing(DSL.selectDistinct(shown).from(shown.getTable())));
    }

    /** A text of which some are known and offered, such as the names of stages. */
    public Subject known(String fieldName, TableField<?, String> column, Select<Record1<String>> texts) {
        return field(plain(fieldName, column, List.of()).knowing(texts));
    }

    /** An amount kept in minor units, in major ones; {@code decimals} are those of the currency. */
    public Subject money(String fieldName, Field<Long> minor, IntSupplier decimals) {
        return field(new SubjectField(
                fieldName,
                FieldType.DECIMAL,
                minor.getDataType().nullable(),
                alias -> DSL.field(
                        "({0} * {1})",
                        SQLDataType.NUMERIC,
                        on(alias, minor),
                        DSL.inline(BigDecimal.ONE.movePointLeft(decimals.getAsInt()))),
                label(fieldName),
                List.of()));
    }

    public Subject field(SubjectField field) {
        Map<String, SubjectField> more = new LinkedHashMap<>(fields);
        checkNew(field.name());
        more.put(field.name(), field);
        return new Subject(name, labels, table, key, more, relations);
    }

    /** The one target record whose key stands in our foreign key column. */
    public Subject one(String relation, String target, Field<?> foreignKey) {
        return relation(new Relation(
                relation,
                false,
                target,
                label(relation),
                (owner, ownerKey, other, otherKey) -> equal(on(owner, foreignKey), otherKey)));
    }

    /** All target records whose foreign key column holds our key. */
    public Subject many(String relation, String target, Field<?> foreignKey) {
        return relation(new Relation(
                relation,
                true,
                target,
                label(relation),
                (owner, ownerKey, other, otherKey) -> equal(on(other, foreignKey), ownerKey)));
    }

    public Subject relation(Relation relation) {
        Map<String, Relation> more = new LinkedHashMap<>(relations);
        checkNew(relation.name());
        more.put(relation.name(), relation);
        return new Subject(name, labels, table, key, fields, more);
    }

    /** The message that names this subject. */
    public Word label() {
        return new Word(labels, List.of(), name);
    }

    Subject extendedBy(Subject more) {
        Subject whole = this;
        for (SubjectField field : more.fields.values()) whole = whole.field(field);
        for (Relation relation : more.relations.values()) whole = whole.relation(relation);
        return whole;
    }

    boolean extension() {
        return table == null;
    }

    Table<?> as(String alias) {
        return Objects.requireNonNull(table).as(alias);
    }

    Field<?> keyOn(Table<?> alias) {
        return on(alias, Objects.requireNonNull(key));
    }

    private Word label(String member) {
        return new Word(labels + "." + member, List.of(), member);
    }

    private void checkNew(String member) {
        checkName(member);
        if (fields.containsKey(member) || relations.containsKey(member))
            throw new IllegalArgumentException(name + "." + member + " is declared twice");
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches() || TAKEN.contains(name))
            throw new IllegalArgumentException("Not a name for rules: " + name);
    }

    private static Field<?> on(Table<?> alias, Field<?> column) {
        Field<?> field = alias.field(column);
        if (field == null) throw new IllegalArgumentException(alias + " has no column " + column);
        return field;
    }

    @SuppressWarnings("unchecked")
    private static Condition equal(Field<?> left, Field<?> right) {
        return ((Field<Object>) left).eq((Field<Object>) right);
    }
}
