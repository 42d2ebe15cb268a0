package doppelpass.lists.plug;

import doppelpass.identity.Person;
import doppelpass.web.Words;
import java.util.List;
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
        /** Names beside commas: the whole of them, or with {@code +} or {@code -} in front one more or one less. */
        TAGS
    }

    /** Writes one value through the front door of the module; a value that cannot be is refused. */
    @FunctionalInterface
    public interface Change {
        void set(long id, String value, Person by);
    }

    public static Editing text(Field<?> value, boolean required, Change change) {
        return new Editing(Input.TEXT, value, List::of, UnaryOperator.identity(), required, change);
    }

    /** One of these codes; their words are the messages {@code prefix + code}. */
    public static Editing choice(Field<?> value, List<String> codes, String prefix, boolean required, Change change) {
        return new Editing(Input.CHOICE, value, () -> codes, code -> Words.t(prefix + code), required, change);
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
