package doppelpass.rules;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Writes leaves; null where a value is missing. */
final class SqlLeaf {
    private final SqlValues values;

    SqlLeaf(SqlValues values) {
        this.values = values;
    }

    Condition condition(Truth leaf) {
        return switch (leaf) {
            case Truth.Compare compare -> looked(leaf, compare(compare));
            case Truth.OneOf(Value value, List<Value> options) -> looked(leaf, oneOf(value, options));
            case Truth.Flag(Value value) -> DSL.condition(values.value(value).coerce(SQLDataType.BOOLEAN));
            case Truth.HasPart part -> hasPart(part);
            case Truth.Matches(Value text, TextPattern pattern) ->
                DSL.condition("{0} ~ {1}", values.value(text), DSL.val(pattern.sql()));
            case Truth.Present(Value.Column column) -> values.value(column).isNotNull();
            case Truth.Among(Value value, Items.Texts list) -> among(value, list);
            case Truth.Fixed ignored -> throw noLeaf(leaf);
            case Truth.And ignored -> throw noLeaf(leaf);
            case Truth.Or ignored -> throw noLeaf(leaf);
            case Truth.Not ignored -> throw noLeaf(leaf);
            case Truth.Choice ignored -> throw noLeaf(leaf);
            case Truth.Linked ignored -> throw noLeaf(leaf);
            case Truth.Quantified ignored -> throw noLeaf(leaf);
            case Truth.Term ignored -> throw noLeaf(leaf);
        };
    }

    /**
     * Not to be joined by, if records are looked for in what is compared: PostgreSQL 18 keeps the numbers found for an EXISTS
     * in two places where it joins by a hash of it, and brings only one of them up to date from row to row.
     */
    private static Condition looked(Truth leaf, Condition compared) {
        return leaf.operands().stream().anyMatch(SqlLeaf::looks)
                ? DSL.condition("(({0}) is true)", compared)
                : compared;
    }

    private static boolean looks(Value value) {
        return value instanceof Value.Verdict
                || value instanceof Value.Either
                || value.parts().stream().anyMatch(SqlLeaf::looks);
    }

    private Condition compare(Truth.Compare compare) {
        Field<Object> left = values.value(compare.left());
        Field<Object> right = values.value(compare.right());
        boolean byCodePoint =
                compare.left().kind() == Kind.STRING && compare.comparison().ordering();
        return byCodePoint
                ? collated(left).compare(compare.comparison().sql(), right)
                : left.compare(compare.comparison().sql(), right);
    }

    /** The order of code points, whatever the order of the database. */
    private static Field<Object> collated(Field<Object> text) {
        return DSL.field("({0} collate \"C\")", Object.class, text);
    }

    private Condition oneOf(Value value, List<Value> options) {
        if (options.isEmpty()) return DSL.falseCondition();
        return values.value(value).in(options.stream().map(values::value).toList());
    }

    /** LIKE with a fixed part, because the database can use an index for it. */
    private Condition hasPart(Truth.HasPart test) {
        Field<Object> text = values.value(test.text());
        if (test.searched() instanceof Value.Constant(Kind kind, String searched))
            return DSL.condition("{0} like {1}", text, DSL.val(like(test.part(), searched)));
        Field<Object> searched = values.value(test.searched());
        return switch (test.part()) {
            case STARTS -> DSL.condition("starts_with({0}, {1})", text, searched);
            case ENDS -> DSL.condition("right({0}, char_length({1})) = {1}", text, searched);
            case CONTAINS -> DSL.condition("strpos({0}, {1}) > 0", text, searched);
        };
    }

    private static String like(Truth.Part part, String searched) {
        String escaped = searched.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return switch (part) {
            case STARTS -> escaped + "%";
            case ENDS -> "%" + escaped;
            case CONTAINS -> "%" + escaped + "%";
        };
    }

    private Condition among(Value value, Items.Texts list) {
        Field<Object> column = values.value(list.column());
        if (value instanceof Value.Constant(Kind kind, String text))
            return DSL.condition("{0} @> {1}", column, DSL.array(DSL.val(text)).cast(column));
        return DSL.condition("{0} = any({1})", values.value(value), column.cast(column.getDataType()));
    }

    private static IllegalArgumentException noLeaf(Truth truth) {
        return new IllegalArgumentException("Not a leaf: " + truth.getClass());
    }
}
