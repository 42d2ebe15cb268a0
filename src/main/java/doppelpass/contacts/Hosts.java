package doppelpass.contacts;

import java.net.IDN;
import java.util.regex.Pattern;

/** Domains as mail and web know them. */
final class Hosts {
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,63}|xn--[a-z0-9-]{2,59})");

    private Hosts() {}

    /** Whether it can be a domain, with or without letters beyond ASCII. */
    static boolean domain(String typed) {
        try {
            return DOMAIN.matcher(IDN.toASCII(typed.strip()).toLowerCase(java.util.Locale.ROOT))
                    .matches();
        } catch (IllegalArgumentException tooLong) {
            return false;
        }
    }

    /** Whether it can be a mail address: one person before the last at sign, a domain behind it. */
    static boolean mail(String typed) {
        int at = typed.lastIndexOf('@');
        String person = at < 0 ? "" : typed.substring(0, at);
        return person.matches("[^\\s@,;<>()\\[\\]\\\\\"]{1,64}")
                && !person.startsWith(".")
                && !person.endsWith(".")
                && !person.contains("..")
                && domain(typed.substring(at + 1));
    }
}
