package doppelpass.contacts;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * VAT identification numbers of the European Union, Switzerland and the United Kingdom: the shapes of all, the check digits of
 * those whose rule is public and stable. Source: the shapes and check digits the national tax offices publish (VIES, and
 * eCH-0097 for Switzerland). Whether a number was ever given out only they know.
 */
final class VatIds {
    private static final Map<String, String> SHAPES = Map.ofEntries(
            Map.entry("AT", "U\\d{8}"),
            Map.entry("BE", "[01]\\d{9}"),
            Map.entry("BG", "\\d{9,10}"),
            Map.entry("CHE", "\\d{9}(MWST|TVA|IVA|HR|RC)?"),
            Map.entry("CY", "\\d{8}[A-Z]"),
            Map.entry("CZ", "\\d{8,10}"),
            Map.entry("DE", "[1-9]\\d{8}"),
            Map.entry("DK", "\\d{8}"),
            Map.entry("EE", "\\d{9}"),
            Map.entry("EL", "\\d{9}"),
            Map.entry("ES", "[A-Z0-9]\\d{7}[A-Z0-9]"),
            Map.entry("FI", "\\d{8}"),
            Map.entry("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}"),
            Map.entry("GB", "(\\d{9}|\\d{12}|(GD|HA)\\d{3})"),
            Map.entry("HR", "\\d{11}"),
            Map.entry("HU", "\\d{8}"),
            Map.entry("IE", "\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}"),
            Map.entry("IT", "\\d{11}"),
            Map.entry("LT", "(\\d{9}|\\d{12})"),
            Map.entry("LU", "\\d{8}"),
            Map.entry("LV", "\\d{11}"),
            Map.entry("MT", "\\d{8}"),
            Map.entry("NL", "[A-Z0-9+*]{9}B\\d{2}"),
            Map.entry("PL", "\\d{10}"),
            Map.entry("PT", "\\d{9}"),
            Map.entry("RO", "\\d{2,10}"),
            Map.entry("SE", "\\d{10}01"),
            Map.entry("SI", "\\d{8}"),
            Map.entry("SK", "\\d{10}"),
            Map.entry("XI", "(\\d{9}|\\d{12}|(GD|HA)\\d{3})"));

    private static final Map<String, Predicate<String>> CHECKS = Map.ofEntries(
            Map.entry("AT", VatIds::austria),
            Map.entry("BE", number -> 97 - part(number, 0, 8) % 97 == part(number, 8, 10)),
            Map.entry("CHE", number -> weighed(number, 5, 4, 3, 2, 7, 6, 5, 4, 1) % 11 == 0),
            Map.entry("DE", VatIds::iso7064),
            Map.entry("DK", number -> weighed(number, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            Map.entry("FI", number -> weighed(number, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0),
            Map.entry("FR", VatIds::france),
            Map.entry("HR", VatIds::iso7064),
            Map.entry("IT", VatIds::luhn),
            Map.entry("LU", number -> part(number, 0, 6) % 89 == part(number, 6, 8)),
            Map.entry("PL", number -> weighed(number, 6, 5, 7, 2, 3, 4, 5, 6, 7, -1) % 11 == 0),
            Map.entry("SE", number -> luhn(number.substring(0, 10))));

    private static final Pattern APART = Pattern.compile("[\\s.\\-]");

    private VatIds() {}

    /** As it is kept: capitals, without spaces, dots and hyphens. */
    static String kept(String typed) {
        return APART.matcher(typed).replaceAll("").toUpperCase(java.util.Locale.ROOT);
    }

    /** Whether it can be one, however it is written; a country whose numbers are not known here is believed. */
    static boolean valid(String typed) {
        String id = kept(typed);
        if (!id.matches("[A-Z]{2}.{2,}")) return false;
        String prefix = id.startsWith("CHE") ? "CHE" : id.substring(0, 2);
        String shape = SHAPES.get(prefix);
        if (shape == null) return !prefix.equals("CH");
        String number = id.substring(prefix.length());
        return number.matches(shape)
                && Optional.ofNullable(CHECKS.get(prefix))
                        .map(check -> check.test(number))
                        .orElse(true);
    }

    /** ISO 7064, MOD 11,10. */
    private static boolean iso7064(String number) {
        int product = 10;
        for (int i = 0; i < number.length() - 1; i++) {
            int sum = (digit(number, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == digit(number, number.length() - 1);
    }

    private static boolean luhn(String number) {
        return IntStream.range(0, number.length())
                                .map(i -> doubled(digit(number, number.length() - 1 - i), i % 2 == 1))
                                .sum()
                        % 10
                == 0;
    }

    private static boolean austria(String number) {
        String digits = number.substring(1);
        int sum = IntStream.range(0, 7)
                .map(i -> doubled(digit(digits, i), i % 2 == 1))
                .sum();
        return (10 - (sum + 4) % 10) % 10 == digit(digits, 7);
    }

    /** The key before the number can hold letters; those of old numbers only are checked. */
    private static boolean france(String number) {
        String siren = number.substring(2);
        return luhn(siren)
                && (!number.substring(0, 2).matches("\\d{2}")
                        || (12 + 3 * (part(siren, 0, 9) % 97)) % 97 == part(number, 0, 2));
    }

    private static int doubled(int digit, boolean twice) {
        int value = twice ? 2 * digit : digit;
        return value > 9 ? value - 9 : value;
    }

    private static int weighed(String number, int... weights) {
        return IntStream.range(0, weights.length)
                .map(i -> weights[i] * digit(number, i))
                .sum();
    }

    private static long part(String number, int from, int to) {
        return Long.parseLong(number.substring(from, to));
    }

    private static int digit(String number, int place) {
        return number.charAt(place) - '0';
    }
}
