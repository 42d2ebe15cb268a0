package doppelpass.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in pieces, those that were hit marked. */
public record Marked(List<Piece> pieces) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");
    private static final int AROUND = 60;

    public record Piece(String text, boolean hit) {}

    static Marked plain(String text) {
        return new Marked(text.isEmpty() ? List.of() : List.of(new Piece(text, false)));
    }

    /** Words that begin with, or contain, one of these folded words. */
    static Marked of(String text, List<String> sought) {
        List<Piece> pieces = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        int done = 0;
        while (words.find()) {
            int length = hitLength(words.group(), sought);
            if (length == 0) continue;
            if (words.start() > done) pieces.add(new Piece(text.substring(done, words.start()), false));
            done = words.start() + length;
            pieces.add(new Piece(text.substring(words.start(), done), true));
        }
        if (done < text.length()) pieces.add(new Piece(text.substring(done), false));
        return new Marked(pieces);
    }

    boolean hit() {
        return pieces.stream().anyMatch(Piece::hit);
    }

    /** The place of the first hit in a long text, with some words around it. */
    static String excerpt(String text, List<String> sought) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            if (hitLength(words.group(), sought) == 0) continue;
            int from = words.start() <= AROUND ? 0 : text.indexOf(' ', words.start() - AROUND) + 1;
            int to = Math.min(text.length(), words.end() + AROUND);
            String part = text.substring(Math.min(from, words.start()), to).replaceFirst("^· ", "");
            return (from > 0 ? "… " : "") + part + (to < text.length() ? " …" : "");
        }
        return "";
    }

    /** How many letters of the word to mark: its beginning, or all of it where it only contains what was typed. */
    private static int hitLength(String word, List<String> sought) {
        String folded = Folded.fold(word);
        for (String one : sought) {
            if (folded.startsWith(one)) return letters(word, one.length());
            if (one.length() >= 3 && folded.contains(one)) return word.length();
        }
        return 0;
    }

    private static int letters(String word, int folded) {
        for (int i = 1; i < word.length(); i++) {
            boolean split = Character.isLowSurrogate(word.charAt(i))
                    || Character.getType(word.charAt(i)) == Character.NON_SPACING_MARK;
            if (!split && Folded.fold(word.substring(0, i)).length() >= folded) return i;
        }
        return word.length();
    }
}
