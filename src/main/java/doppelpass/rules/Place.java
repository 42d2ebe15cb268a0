package doppelpass.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds line and column (both from 1, in chars as editors count) of an offset in a rule text. */
record Place(String text) {

    Problem problem(int offset, @Nullable String suggestion, String key, Object... args) {
        int at = Math.clamp(offset, 0, text.length());
        int lineStart = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        return new Problem(line, at - lineStart + 1, key, List.of(args), suggestion);
    }

    /** The char offset of a line (from 1) and a column in code points (from 0), as the CEL library counts. */
    int offset(int line, int codePoints) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', start);
            if (end < 0) break;
            start = end + 1;
        }
        return offsetFrom(start, codePoints);
    }

    /** The char offset of a number of code points from the start. */
    int offset(int codePoints) {
        return offsetFrom(0, codePoints);
    }

    /** Where a name begins at or after an offset; the offset itself if it does not occur. */
    int of(String name, int from) {
        int found = text.indexOf(name, Math.min(from, text.length()));
        return found < 0 ? from : found;
    }

    /** Where a name begins before an offset; the offset itself if it does not occur. */
    int before(String name, int until) {
        int found = text.lastIndexOf(name, until);
        return found < 0 ? until : found;
    }

    boolean startsAt(int offset, String part) {
        return offset >= 0 && text.startsWith(part, offset);
    }

    private int offsetFrom(int start, int codePoints) {
        int available = text.codePointCount(start, text.length());
        return text.offsetByCodePoints(start, Math.clamp(codePoints, 0, available));
    }
}
