package doppelpass.rules;

import java.util.Optional;

/** Reads a pattern by its own small grammar and writes it so that both engines understand it alike. */
final class PatternReader {
    private static final int LARGEST_REPEAT = 100;
    private static final int LARGEST_SIZE = 1_000;
    private static final int DEEPEST_GROUP = 10;

    private final int[] chars;
    private final StringBuilder common = new StringBuilder();
    private int at;
    private int groups;

    PatternReader(String written) {
        this.chars = written.codePoints().toArray();
    }

    /** Signals a construct outside the common subset. */
    private static final class Outside extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Outside() {
            super(null, null, false, false);
        }
    }

    Optional<String> read() {
        try {
            alternatives();
            if (at < chars.length) throw new Outside();
            return Optional.of(common.toString());
        } catch (Outside outside) {
            return Optional.empty();
        }
    }

    /** Returns the size after unfolding all repeats, which bounds what the engines must build. */
    private int alternatives() {
        int size = branch();
        while (accept('|')) {
            common.append('|');
            size = limited(size + branch());
        }
        return size;
    }

    private int branch() {
        int size = 1;
        while (at < chars.length && chars[at] != '|' && chars[at] != ')') size = limited(size + piece());
        return size;
    }

    private int piece() {
        if (chars[at] == '^' || chars[at] == '$') {
            common.appendCodePoint(chars[at++]);
            if (at < chars.length && "*+?{".indexOf(chars[at]) >= 0) throw new Outside();
            return 1;
        }
        int size = limited(atom() * repeats());
        if (at < chars.length && "*+?{".indexOf(chars[at]) >= 0) throw new Outside();
        return size;
    }

    private int atom() {
        int c = chars[at++];
        return switch (c) {
            case '(' -> group();
            case '[' -> set();
            case '.' -> plain("[^\n]");
            case '\\' -> escape();
            case '*', '+', '?', '{', '}', ']' -> throw new Outside();
            default -> plain(PatternSet.literal(c));
        };
    }

    private int group() {
        if (++groups > DEEPEST_GROUP) throw new Outside();
        if (accept('?') && !accept(':')) throw new Outside();
        common.append("(?:");
        int size = alternatives();
        if (!accept(')')) throw new Outside();
        common.append(')');
        groups--;
        return size;
    }

    private int set() {
        PatternSet set = new PatternSet(chars, at);
        Optional<String> read = set.read();
        at = set.end();
        return plain(read.orElseThrow(Outside::new));
    }

    private int escape() {
        if (at == chars.length) throw new Outside();
        int c = chars[at++];
        String shorthand = PatternSet.shorthand(Character.toLowerCase(c));
        if (!shorthand.isEmpty()) return plain((Character.isUpperCase(c) ? "[^" : "[") + shorthand + "]");
        if (!PatternSet.punctuation(c)) throw new Outside();
        return plain(PatternSet.literal(c));
    }

    private int repeats() {
        if (at == chars.length) return 1;
        int c = chars[at];
        if (c == '*' || c == '+' || c == '?') {
            common.appendCodePoint(c);
            at++;
            return 1;
        }
        return accept('{') ? counted() : 1;
    }

    private int counted() {
        int least = number();
        common.append('{').append(least);
        int most = least;
        if (accept(',')) {
            common.append(',');
            boolean open = at < chars.length && chars[at] == '}';
            most = open ? least + 1 : number();
            if (!open) common.append(most);
        }
        if (!accept('}') || most < least) throw new Outside();
        common.append('}');
        return Math.max(1, most);
    }

    private int number() {
        int value = 0;
        int start = at;
        while (at < chars.length && chars[at] >= '0' && chars[at] <= '9') {
            value = value * 10 + chars[at++] - '0';
            if (value > LARGEST_REPEAT) throw new Outside();
        }
        if (at == start) throw new Outside();
        return value;
    }

    private boolean accept(char wanted) {
        boolean there = at < chars.length && chars[at] == wanted;
        if (there) at++;
        return there;
    }

    private int plain(String written) {
        common.append(written);
        return 1;
    }

    private static int limited(int size) {
        if (size > LARGEST_SIZE) throw new Outside();
        return size;
    }
}
