package doppelpass.rules;

import java.util.List;
import java.util.Objects;

/**
 * Asks for what is stored rather than for an expression that fills a stand-in in, wherever that is the same: then the
 * planner knows how many records to expect. Only where the leaf shall be met, as what is stored may be null.
 */
final class SqlStored {
    private SqlStored() {}

    static Truth leaf(Truth leaf) {
        return switch (leaf) {
            case Truth.OneOf(Value.Column column, List<Value> options)
            when others(column, options) -> new Truth.OneOf(stored(column), options);
            case Truth.Compare(Comparison comparison, Value.Column column, Value right)
            when comparison == Comparison.EQ && others(column, List.of(right)) ->
                new Truth.Compare(comparison, stored(column), right);
            default -> leaf;
        };
    }

    private static boolean others(Value.Column column, List<Value> values) {
        SubjectField.StandIn standIn = column.field().standIn();
        return standIn != null
                && values.stream()
                        .allMatch(value -> value instanceof Value.Constant constant
                                && !constant.value().equals(standIn.value()));
    }

    private static Value.Column stored(Value.Column column) {
        SubjectField field = column.field();
        return new Value.Column(
                column.path(),
                new SubjectField(
                        field.name(),
                        field.type(),
                        true,
                        Objects.requireNonNull(field.standIn()).stored(),
                        field.label(),
                        field.choices()));
    }
}
