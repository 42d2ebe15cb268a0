package doppelpass.duplicates;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Compares two plain values of one kind; the limits are those of the record linkage literature. */
final class Alike {
    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();
    private static final double CLOSE = 0.88;
    private static final int SHORTEST_PART = 3;
    private static final int TAIL = 7;
    private static final Pattern NUMBERS = Pattern.compile("\\d+");

    private Alike() {}

    /** {@code Anna Lena} and {@code Annalena} are a slip apart, {@code Rob} is part of {@code Robert}, so is {@code R}. */
    static Degree name(String a, String b) {
        if (a.equals(b)) return Degree.SAME;
        if (slip(a, b)) return Degree.TYPO;
        if (LIKENESS.apply(a, b) >= CLOSE) return Degree.CLOSE;
        return part(a, b) ? Degree.PART : Degree.OTHER;
    }

    private static boolean part(String a, String b) {
        String shorter = a.length() <= b.length() ? a : b;
        String longer = shorter.equals(a) ? b : a;
        boolean initial = shorter.length() == 1 && longer.startsWith(shorter);
        return initial
                || shorter.length() >= SHORTEST_PART
                        && (longer.startsWith(shorter) || words(longer).containsAll(words(shorter)));
    }

    /** A town or a street's name: a part of it says little. */
    static Degree place(String a, String b) {
        Degree degree = name(a, b);
        return degree == Degree.PART && Math.min(a.length(), b.length()) == 1 ? Degree.OTHER : degree;
    }

    /** The same words in another order are close; one name within the other is a part. */
    static Degree organisation(String a, String b) {
        if (a.equals(b)) return Degree.SAME;
        if (a.replace(" ", "").equals(b.replace(" ", "")) || slip(a, b)) return Degree.TYPO;
        List<String> left = words(a);
        List<String> right = words(b);
        if (new HashSet<>(left).equals(new HashSet<>(right)) || LIKENESS.apply(a, b) >= 0.94) return Degree.CLOSE;
        boolean within = left.containsAll(right) || right.containsAll(left);
        return within && Math.min(a.length(), b.length()) > SHORTEST_PART ? Degree.PART : Degree.OTHER;
    }

    /** The same name at another host is a part; {@code post1} and {@code post2} are two mailboxes. */
    static Degree mail(String a, String b) {
        if (a.equals(b)) return Degree.SAME;
        if (NUMBERS.matcher(a).replaceAll("").equals(NUMBERS.matcher(b).replaceAll(""))) return Degree.OTHER;
        if (distance(a, b, 1) <= 1) return Degree.TYPO;
        if (distance(a, b, 4) <= Math.min(4, Math.max(a.length(), b.length()) / 6)) return Degree.CLOSE;
        String left = a.substring(0, Math.max(0, a.lastIndexOf('@')));
        String right = b.substring(0, Math.max(0, b.lastIndexOf('@')));
        return !left.isEmpty() && left.equals(right) ? Degree.PART : Degree.OTHER;
    }

    /** With and without country code is the same; numbers of one switchboard are a part. */
    static Degree phone(String a, String b) {
        int least = Math.min(a.length(), b.length());
        if (a.equals(b) || least >= TAIL && (a.endsWith(b) || b.endsWith(a))) return Degree.SAME;
        if (least > TAIL && a.regionMatches(0, b, 0, least - 3)) return Degree.PART;
        return a.length() == b.length() && distance(a, b, 1) <= 1 ? Degree.TYPO : Degree.OTHER;
    }

    static Degree domain(String a, String b) {
        if (a.equals(b)) return Degree.SAME;
        String left = a.replaceFirst("\\.[^.]*$", "");
        String right = b.replaceFirst("\\.[^.]*$", "");
        if (left.equals(right)) return Degree.CLOSE;
        return slip(left, right) ? Degree.TYPO : Degree.OTHER;
    }

    /** The same street and another number is a part. */
    static Degree street(String a, String b) {
        if (a.equals(b)) return Degree.SAME;
        String left = Plain.digits(a);
        String right = Plain.digits(b);
        String road = a.replaceAll("[\\d ]", "");
        String other = b.replaceAll("[\\d ]", "");
        if (left.equals(right) || left.isEmpty() || right.isEmpty()) {
            if (slip(road, other)) return Degree.TYPO;
            if (LIKENESS.apply(road, other) >= CLOSE) return Degree.CLOSE;
        }
        return road.equals(other) || !left.isEmpty() && left.equals(right) ? Degree.PART : Degree.OTHER;
    }

    /** Digits such as a number of a register or a postcode; the beginning of a postcode is its area. */
    static Degree code(String a, String b) {
        if (a.equals(b)) return Degree.SAME;
        if (a.length() > SHORTEST_PART && distance(a, b, 1) <= 1) return Degree.TYPO;
        return Degree.OTHER;
    }

    static Degree postcode(String a, String b) {
        Degree degree = code(a, b);
        return degree == Degree.OTHER && a.length() > 2 && b.length() > 2 && a.regionMatches(0, b, 0, 2)
                ? Degree.PART
                : degree;
    }

    /** {@code yyyymmdd}: day and month exchanged is a slip; two of year, month and day are close, the year alone a part. */
    static Degree date(String a, String b) {
        if (a.equals(b)) return Degree.SAME;
        if (a.length() != 8 || b.length() != 8) return Degree.OTHER;
        boolean year = a.regionMatches(0, b, 0, 4);
        boolean month = a.regionMatches(4, b, 4, 2);
        boolean day = a.regionMatches(6, b, 6, 2);
        boolean exchanged = year
                && a.substring(4, 6).equals(b.substring(6))
                && a.substring(6).equals(b.substring(4, 6));
        if (exchanged || distance(a, b, 1) <= 1) return Degree.TYPO;
        if (year && (month || day) || month && day) return Degree.CLOSE;
        return year ? Degree.PART : Degree.OTHER;
    }

    /** One letter more, less, other, or two neighbours exchanged, in words long enough that this is no other word. */
    private static boolean slip(String a, String b) {
        return Math.min(a.length(), b.length()) >= SHORTEST_PART && distance(a, b, 1) <= 1;
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }

    /** Optimal string alignment (Damerau 1964 with one edit a place); above {@code limit} any larger number. */
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) return limit + 1;
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) last[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + change);
                boolean exchanged =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (exchanged) now[j] = Math.min(now[j], before[j - 2] + 1);
                least = Math.min(least, now[j]);
            }
            if (least > limit) return limit + 1;
            int[] spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return last[b.length()];
    }
}
