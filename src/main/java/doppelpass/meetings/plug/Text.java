package doppelpass.meetings.plug;

import doppelpass.web.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A message key with its arguments (texts and numbers), written out in the language of whoever reads. */
public record Text(String key, List<Object> arguments) {
    public static final Text NONE = plain("");

    public static Text of(String key, Object... arguments) {
        return new Text(key, Arrays.asList(arguments));
    }

    /** What somebody typed, the same in every language. */
    public static Text plain(String text) {
        return of("meetings.plain", text);
    }

    public String in(Locale locale) {
        return Messages.text(locale, key, arguments.toArray());
    }
}
