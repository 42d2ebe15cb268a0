package doppelpass.rules;

import java.util.function.UnaryOperator;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Sees each value as a column of the query about one record; {@code within} reaches from there to the scope. Of a related
 * record that is not there nothing counts and nothing holds.
 */
record SqlEyes(SqlScope scope, Memory time, UnaryOperator<Field<?>> within) implements Readings.Eyes {
    @Override
    public Object see(Value value) {
        Field<?> seen = within.apply(new SqlValues(scope, time).value(value));
        return switch (value) {
            case Value.Count count -> DSL.coalesce(seen.coerce(Long.class), DSL.inline(0L));
            case Value.Verdict verdict -> DSL.coalesce(seen.coerce(Boolean.class), DSL.inline(false));
            default -> seen;
        };
    }

    @Override
    public Readings.Eyes inside(Truth.Term term) {
        if (scope.alias(term.path()) != null) return new SqlEyes(scope.rename(term.path(), term.inner()), time, within);
        SqlScope.Opened opened = scope.open(term.path());
        SqlScope inner = opened.scope().rename(term.path(), term.inner());
        return new SqlEyes(inner, time, field -> within.apply(related(field, opened)));
    }

    private static Field<?> related(Field<?> field, SqlScope.Opened opened) {
        return DSL.field(DSL.select(field).from(opened.tables()).where(opened.joins()));
    }
}
