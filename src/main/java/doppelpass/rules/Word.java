package doppelpass.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/**
 * A piece of text in the reader's language: a message key with arguments, which may be words themselves. Without such a
 * key in the bundles the plain text is shown; that is how fields invented by users carry their own names.
 */
public record Word(String key, List<Object> args, @Nullable String text) implements MessageSourceResolvable {
    public Word {
        args = List.copyOf(args);
    }

    public static Word of(String key, Object... args) {
        return new Word(key, List.of(args), null);
    }

    /** Text that is the same in every language. */
    public static Word plain(String text) {
        return new Word("rules.plain", List.of(text), text);
    }

    @Override
    public String[] getCodes() {
        return new String[] {key};
    }

    @Override
    public Object[] getArguments() {
        return args.toArray();
    }

    @Override
    public @Nullable String getDefaultMessage() {
        return text;
    }
}
