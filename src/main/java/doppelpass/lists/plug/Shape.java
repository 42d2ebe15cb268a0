package doppelpass.lists.plug;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the values of a column are, and with it how a cell shows and exports them. */
public sealed interface Shape {
    /** A text. */
    record Text() implements Shape {}

    /** A way to reach somebody, a link of this scheme ({@code mailto:}); {@code shown} is how one writes it. */
    record Reach(String scheme, UnaryOperator<String> shown) implements Shape {}

    /** The record's own name, a link to its page; a second text stands below it. */
    record Title() implements Shape {}

    /** The name of another record and its id, a link to its page below the path ({@code /companies/}). */
    record Link(String path) implements Shape {}

    /**
     * A code whose words are the message {@code prefix + code}, the code itself where there is none; {@code tone} names the
     * style of its mark, if any: a dot before the words, or a tag around them.
     */
    record Code(String prefix, @Nullable Function<String, String> tone) implements Shape {
        public Code(String prefix) {
            this(prefix, null);
        }
    }

    /** A short text made of the values, such as a grade; {@code hint} is a message. */
    record Tag(Function<List<@Nullable Object>, String> text, String hint) implements Shape {}

    /** A moment, shown as its day, or with the time of day. */
    record Moment(boolean timed) implements Shape {
        public Moment() {
            this(false);
        }
    }

    record Day() implements Shape {}

    /** Several short texts, an array; the words of each are the message {@code prefix + code} where there is one. */
    record Tags(@Nullable String prefix) implements Shape {
        public Tags() {
            this(null);
        }
    }

    record Number() implements Shape {}

    /** Minor units of the organisation's currency. */
    record Money() implements Shape {}

    default boolean right() {
        return this instanceof Number || this instanceof Money;
    }
}
