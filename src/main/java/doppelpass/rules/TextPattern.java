package doppelpass.rules;

import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * A text pattern that means the same to PostgreSQL and to RE2: literals, {@code . [a-z] [^a-z] ^ $ | ( )}, the
 * quantifiers {@code * + ? {n} {n,m}} and {@code \d \w \s} (ASCII). No back references, look-around, flags or lazy
 * quantifiers. It searches anywhere in the text.
 */
record TextPattern(String sql, Pattern memory) {

    static Optional<TextPattern> read(String written) {
        if (written.length() > Limits.PATTERN_CHARS) return Optional.empty();
        return new PatternReader(written).read().map(common -> new TextPattern(common, Pattern.compile(common)));
    }

    boolean foundIn(String text) {
        return memory.matcher(text).find();
    }
}
