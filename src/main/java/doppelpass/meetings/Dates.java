package doppelpass.meetings;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** The date of a meeting in full, in pages and in mails. */
public final class Dates {
    private Dates() {}

    /** How a person's language writes dates: the same as on their pages. */
    static Locale locale(String language) {
        return language.equals("de") ? Locale.GERMANY : Locale.UK;
    }

    public static String text(Instant moment, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .format(moment.atZone(zone));
    }
}
