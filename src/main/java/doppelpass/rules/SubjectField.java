package doppelpass.rules;

import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
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
 * @param known texts to offer for a value that is typed, such as the names of those who may own it
 */
public record SubjectField(
        String name,
        FieldType type,
        boolean nullable,
        Function<Table<?>, Field<?>> column,
        Word label,
        List<String> choices,
        String choiceLabels,
        @Nullable StandIn standIn,
        @Nullable Select<Record1<String>> known) {
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
        this(name, type, nullable, column, label, choices, label.key(), null, null);
    }

    public SubjectField(
            String name,
            FieldType type,
            boolean nullable,
            Function<Table<?>, Field<?>> column,
            Word label,
            List<String> choices,
            String choiceLabels,
            @Nullable StandIn standIn) {
        this(name, type, nullable, column, label, choices, choiceLabels, standIn, null);
    }

    SubjectField knowing(Select<Record1<String>> texts) {
        return new SubjectField(name, type, nullable, column, label, choices, choiceLabels, standIn, texts);
    }

    /** The name of a choice. */
    public Word choice(String value) {
        return new Word(choiceLabels + "." + value, List.of(), value);
    }

    /** The column is {@code coalesce(stored, value)}: for any other value asking what is stored is the same. */
    public record StandIn(Function<Table<?>, Field<?>> stored, String value) {}
}
