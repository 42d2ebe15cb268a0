package doppelpass.signin;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ten codes of 79 random bits for the day the phone is lost; so long that a plain hash keeps them. */
final class RecoveryCodes {
    static final int NUMBER = 10;
    static final int LENGTH = 16;
    private static final int GROUP = 4;
    /** Without letters and digits that look alike. */
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    static List<String> fresh() {
        return Stream.generate(RecoveryCodes::one).limit(NUMBER).toList();
    }

    /** As it is compared: without the dashes and blanks people type. */
    static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private static String one() {
        return IntStream.range(0, LENGTH)
                .mapToObj(i -> (i > 0 && i % GROUP == 0 ? "-" : "") + LETTERS.charAt(RANDOM.nextInt(LETTERS.length())))
                .collect(Collectors.joining());
    }
}
