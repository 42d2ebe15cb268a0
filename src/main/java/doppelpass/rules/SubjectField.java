package doppelpass.rules;

import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Table;

/**
 * One field of a subject.
 *
 * @param nullable false only if the column never holds NULL; rules then save a guard under negation
 * @param column the SQL expression, given the alias of the subject's table; it must not fail for any row
 * @param choices the allowed values, empty for free input; an unknown one is a warning, not a refusal
 */
public record SubjectField(
        String name,
        FieldType type,
        boolean nullable,
        Function<Table<?>, Field<?>> column,
        Word label,
        List<String> choices) {
    public SubjectField {
        choices = List.copyOf(choices);
    }
}
