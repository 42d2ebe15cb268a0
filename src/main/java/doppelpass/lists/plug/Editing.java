package doppelpass.lists.plug;

import doppelpass.identity.Person;
import doppelpass.web.Choice;
import doppelpass.web.Messages;
import doppelpass.web.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of a column are written.
 *
 * @param input what the value is typed into
 * @param value the field that is written, as it is stored
 * @param choices what may be chosen, asked for when a cell is opened or written; empty for free input
 * @param label what a choice is called, in the words of who reads the page
 * @param required whether there must be a value
 */
public record Editing(
        Input input,
        Field<?> value,
        Supplier<List<String>> choices,
        UnaryOperator<String> label,
        boolean required,
        Change change) {
    public enum Input {
        TEXT,
        NUMBER,
        DAY,
        CHOICE,
        /** A text of several lines. */
        LINES,
        /** A day and a time by the clocks of the organisation, {@code 2026-06-03T14:20}. */
        MOMENT,
        /** Names beside commas: the whole of them, or with {@code +} or {@code -} in front one more or one less. */
        TAGS;

        /** The type of an input of one line. */
        public String type() {
            return switch (this) {
                case DAY -> "date";
                case NUMBER -> "number";
                case MOMENT -> "datetime-local";
                case TEXT, LINES, CHOICE, TAGS -> "text";
            };
        }
    }

    /** Writes one value through the front door of the module; a value that cannot be is refused. */
    @FunctionalInterface
    public interface Change {
        void set(long id, String value, Person by);

        /**
         * Writes the values of many records in few statements, with the same checks and events. What it could not write it
         * leaves as it was and out of its answer; each of those is then set alone and says why not.
         */
        default Set<Long> setAll(Map<Long, String> values, Person by) {
            return Set.of();
        }
    }

    public static Editing text(Field<?> value, boolean required, Change change) {
        return new Editing(Input.TEXT, value, List::of, UnaryOperator.identity(), required, change);
    }

    public static Editing lines(Field<?> value, Change change) {
        return new Editing(Input.LINES, value, List::of, UnaryOperator.identity(), false, change);
    }

    /** The value is the text of a moment, as such an input holds it. */
    public static Editing moment(Field<String> value, Change change) {
        return new Editing(Input.MOMENT, value, List::of, UnaryOperator.identity(), true, change);
    }

    /** One of these codes; their words are the messages {@code prefix + code}. */
    public static Editing choice(Field<?> value, List<String> codes, String prefix, boolean required, Change change) {
        return choice(value, () -> codes, prefix, required, change);
    }

    /** The same where the codes are asked for; one without words of its own is shown as it is. */
    public static Editing choice(
            Field<?> value, Supplier<List<String>> codes, String prefix, boolean required, Change change) {
        UnaryOperator<String> words = code -> Messages.has(prefix + code) ? Words.t(prefix + code) : code;
        return new Editing(Input.CHOICE, value, codes, words, required, change);
    }

    /** One of these options, such as colleagues; they are asked for once, and only where a cell is opened or written. */
    public static Editing oneOf(Field<?> value, Supplier<List<Choice>> options, boolean required, Change change) {
        Options known = new Options(options);
        return new Editing(Input.CHOICE, value, known::values, known::label, required, change);
    }

    public static Editing day(Field<?> value, boolean required, Change change) {
        return new Editing(Input.DAY, value, List::of, UnaryOperator.identity(), required, change);
    }

    public static Editing number(Field<?> value, boolean required, Change change) {
        return new Editing(Input.NUMBER, value, List::of, UnaryOperator.identity(), required, change);
    }

    /** The stored value as the input holds it. */
    public static String typed(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
