package doppelpass.core;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a sorted list: the sort value (null if the row has none) and id of the row beside it. Travels in URLs as an
 * opaque text; it is not secret and grants nothing, so every query still applies the reader's rights.
 */
public record Cursor(@Nullable String value, long id, Direction direction) {
    private static final int LONGEST = 1000;
    private static final Pattern PLAIN = Pattern.compile("1([ab])(-?\\d{1,19})(?::(.*))?", Pattern.DOTALL);

    /** Whether the page lies after or before the row. */
    public enum Direction {
        AFTER,
        BEFORE
    }

    public Cursor {
        if (value != null && (value.length() > LONGEST || value.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException(
                    "Not a sort value: over " + LONGEST + " characters or with a null character");
        }
    }

    public String encode() {
        String plain = "1" + (direction == Direction.AFTER ? "a" : "b") + id + (value == null ? "" : ":" + value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Throws {@link MalformedText} for anything that {@link #encode()} does not write. */
    public static Cursor decode(String text) {
        try {
            Matcher parts = PLAIN.matcher(plain(text));
            if (parts.matches()) {
                Direction direction = "a".equals(parts.group(1)) ? Direction.AFTER : Direction.BEFORE;
                Cursor cursor = new Cursor(parts.group(3), Long.parseLong(parts.group(2)), direction);
                if (cursor.encode().equals(text)) return cursor;
            }
        } catch (IllegalArgumentException | CharacterCodingException nonsense) {
            // falls through to the one message; what exactly is wrong helps nobody
        }
        throw new MalformedText(text.substring(0, Math.min(text.length(), 50)), 0, "not a place in a list");
    }

    private static String plain(String text) throws CharacterCodingException {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
