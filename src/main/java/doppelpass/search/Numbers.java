package doppelpass.search;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Telephone numbers as people type them, whole or only begun, as the digits they are kept with. */
final class Numbers {
    private static final Pattern NOTATION = Pattern.compile("[+(]?[\\d\\s()/.\\-\\u2010-\\u2015\\u00a0]*");
    private static final int FEWEST = 4;

    private Numbers() {}

    /** Whether it can be a number with its notation and nothing else. */
    static boolean alone(String typed) {
        return NOTATION.matcher(typed).matches() && digits(typed).length() >= FEWEST;
    }

    /** Whether a word is digits, enough of them to look for numbers that begin so. */
    static boolean telling(String word) {
        return word.matches("\\d{" + FEWEST + ",}");
    }

    static String digits(String typed) {
        return typed.replaceAll("\\D+", "");
    }

    /** What the kept digits may begin with; a number without country code is one of {@code home} (two letters). */
    static List<String> beginnings(String digits, boolean international, String home) {
        List<String> all = new ArrayList<>(List.of(digits));
        if (international) return all;
        int country = PhoneNumberUtil.getInstance().getCountryCodeForRegion(home);
        if (digits.startsWith("00") && digits.length() > 2) all.add(digits.substring(2));
        else if (country > 0 && digits.startsWith("0") && digits.length() > 1) all.add(country + digits.substring(1));
        else if (country > 0 && digits.length() >= FEWEST) all.add(country + digits);
        return all;
    }
}
