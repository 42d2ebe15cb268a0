package doppelpass.glossary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What changed from one text to the next, word by word: the longest common run of words stays. */
public record TextDiff(List<Piece> pieces) {
    private static final int LONGEST = 1000;

    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    public record Piece(Kind kind, String text) {}

    public static TextDiff between(String before, String after) {
        List<String> a = words(before);
        List<String> b = words(after);
        int[][] common = common(a, b);
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                add(pieces, Kind.SAME, a.get(i++));
                j++;
            } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
                add(pieces, Kind.REMOVED, a.get(i++));
            } else {
                add(pieces, Kind.ADDED, b.get(j++));
            }
        }
        return new TextDiff(Collections.unmodifiableList(pieces));
    }

    public boolean same() {
        return pieces.stream().allMatch(p -> p.kind() == Kind.SAME);
    }

    private static List<String> words(String text) {
        List<String> words = text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
        return words.subList(0, Math.min(words.size(), LONGEST));
    }

    /** common[i][j]: the length of the longest common run of a from i and b from j. */
    private static int[][] common(List<String> a, List<String> b) {
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static void add(List<Piece> pieces, Kind kind, String word) {
        if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
            pieces.add(new Piece(kind, pieces.removeLast().text() + " " + word));
        } else {
            pieces.add(new Piece(kind, word));
        }
    }
}
