package doppelpass.rules;

import java.util.Optional;

/** Reads {@code [a-z0-9_]} and its like, from behind the opening bracket. */
final class PatternSet {
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ ";

    private final int[] chars;
    private final StringBuilder common = new StringBuilder("[");
    private int at;

    PatternSet(int[] chars, int start) {
        this.chars = chars;
        this.at = start;
    }

    /** The set as both engines write it; empty if it is outside the common subset. */
    Optional<String> read() {
        if (at < chars.length && chars[at] == '^') {
            common.append('^');
            at++;
        }
        int first = at;
        while (at < chars.length && chars[at] != ']') if (!element()) return Optional.empty();
        if (at == chars.length || at == first) return Optional.empty();
        at++;
        return Optional.of(common.append(']').toString());
    }

    int end() {
        return at;
    }

    static boolean punctuation(int c) {
        return c < 128 && PUNCTUATION.indexOf(c) >= 0;
    }

    /** A character that stands for itself; punctuation escaped, which both engines allow for all of it. */
    static String literal(int c) {
        String self = Character.toString(c);
        return punctuation(c) && c != ' ' && c != '_' ? "\\" + self : self;
    }

    static String shorthand(int letter) {
        return switch (letter) {
            case 'd' -> "0-9";
            case 'w' -> "A-Za-z0-9_";
            case 's' -> " \t\n\r\f";
            default -> "";
        };
    }

    private boolean element() {
        int from = chars[at++];
        if (from == '[') return false;
        if (from == '\\') {
            if (at == chars.length) return false;
            from = chars[at++];
            String shorthand = shorthand(from);
            common.append(shorthand);
            if (!shorthand.isEmpty()) return true;
            if (!punctuation(from)) return false;
        }
        common.append(literal(from));
        return at + 1 >= chars.length || chars[at] != '-' || chars[at + 1] == ']' || range(from);
    }

    private boolean range(int from) {
        int to = chars[at + 1];
        if (to == '[' || to == '\\' || to < from) return false;
        at += 2;
        common.append('-').append(literal(to));
        return true;
    }
}
