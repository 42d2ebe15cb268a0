package doppelpass.rules;

import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * One field of a subject.
 *
 * @param nullable false only if the column never holds NULL; rules then save a guard under negation
 * @param column the SQL expression, given the alias of the subject's table; it must not fail for any row
 * @param choices the allowed values, empty for free input; an unknown one is a warning, not a refusal
 * @param choiceLabels prefix of the message keys of the choices
 * @param standIn when the expression fills a missing value in, which hides from the planner how often a value occurs
 */
public record SubjectField(
        String name,
        FieldType type,
        boolean nullable,
        Function<Table<?>, Field<?>> column,
        Word label,
        List<String> choices,
        String choiceLabels,
        @Nullable StandIn standIn) {
    public SubjectField {
        choices = List.copyOf(choices);
    }

    public SubjectField(
            String name,
            FieldType type,
            boolean nullable,
            Function<Table<?>, Field<?>> column,
            Word label,
            List<String> choices) {
        this(name, type, nullable, column, label, choices, label.key(), null);
    }

    /** The name of a choice. */
    public Word choice(String value) {
        return new Word(choiceLabels + "." + value, List.of(), value);
    }

    /** The column is {@code coalesce(stored, value)}: for any other value asking what is stored is the same. */
    public record StandIn(Function<Table<?>, Field<?>> stored, String value) {}
}
