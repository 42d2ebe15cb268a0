package doppelpass.duplicates;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as they are compared: without case, accents, punctuation and what says nothing, such as a legal form. */
final class Plain {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final Pattern STREET = Pattern.compile("(strasse|strase|street|str)\\b");
    private static final Set<String> FORMS = Set.of(
            "gmbh",
            "mbh",
            "ag",
            "kg",
            "kgaa",
            "ohg",
            "ug",
            "se",
            "gbr",
            "ek",
            "ev",
            "co",
            "cie",
            "ltd",
            "limited",
            "inc",
            "llc",
            "llp",
            "plc",
            "corp",
            "corporation",
            "company",
            "sa",
            "sarl",
            "sas",
            "srl",
            "spa",
            "bv",
            "nv",
            "ab",
            "as",
            "oy",
            "aps",
            "sro",
            "kft",
            "zrt",
            "doo",
            "und",
            "and",
            "the",
            "of",
            "u");

    private Plain() {}

    /** {@code Müller-Lüdenscheidt}, {@code Mueller Luedenscheidt} and {@code MULLER LUDENSCHEIDT} are one. */
    static String words(String text) {
        if (plain(text)) return text;
        String lower = text.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("ø", "o");
        String bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        String folded = bare.replace("ae", "a").replace("oe", "o").replace("ue", "u");
        return SIGNS.matcher(folded.replace("'", "").replace("’", ""))
                .replaceAll(" ")
                .strip();
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 'a' || c > 'z' || c == 'e' && i > 0) return false;
        }
        return true;
    }

    /** The words of a company's name in their order, without its legal form unless it is all there is. */
    static String organisation(String name) {
        String words = words(name);
        String core = Arrays.stream(words.split(" "))
                .filter(word -> !FORMS.contains(word) && word.length() > 1)
                .collect(Collectors.joining(" "));
        return core.isEmpty() ? words : core;
    }

    /** Lower case; what follows a plus is a label of the same mailbox. */
    static String mail(String mail) {
        String lower = mail.strip().toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        int plus = lower.indexOf('+');
        return plus > 0 && plus < at ? lower.substring(0, plus) + lower.substring(at) : lower;
    }

    /** Digits without leading zeros, so that a number with and without its country code end alike. */
    static String digits(String text) {
        String digits = NO_DIGIT.matcher(text).replaceAll("");
        int first = 0;
        while (first < digits.length() && digits.charAt(first) == '0') first++;
        return digits.substring(first);
    }

    static String date(String date) {
        return NO_DIGIT.matcher(date).replaceAll("");
    }

    static String code(String code) {
        return SIGNS.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
    }

    static String street(String street) {
        return STREET.matcher(words(street)).replaceAll("str").replace(" str", "str");
    }

    /** {@code www.kern.de} and {@code kern.de} are one. */
    static String domain(String domain) {
        return domain.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^(https?://)?(www\\.)?", "")
                .replaceFirst("[/?#:].*$", "");
    }
}
