package doppelpass.web;

import doppelpass.core.FiscalYear;
import doppelpass.core.Money;
import doppelpass.core.Period;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/** What templates say, in the reader's language and formats: {@code @import static doppelpass.web.Words.*}. */
public final class Words {
    /** Shown where a value does not exist; never a zero. */
    public static final String NONE = "–";

    private Words() {}

    public static String t(String key, Object... arguments) {
        return Messages.text(Local.current().locale(), key, arguments);
    }

    /** A piece of text with its arguments, which may be such pieces themselves; its own words where no key fits. */
    public static String say(MessageSourceResolvable word) {
        String[] codes = word.getCodes();
        Object[] arguments = word.getArguments();
        String key = codes == null || codes.length == 0 ? "" : codes[0];
        if (!Messages.has(key) && word.getDefaultMessage() != null) {
            return word.getDefaultMessage();
        }
        return t(
                key,
                arguments == null
                        ? new Object[0]
                        : Arrays.stream(arguments).map(Words::spoken).toArray());
    }

    private static Object spoken(Object argument) {
        return argument instanceof MessageSourceResolvable word ? say(word) : argument;
    }

    public static Local local() {
        return Local.current();
    }

    /** Whether the reader sees only a part of the records: where something is counted, the page says so. */
    public static boolean limited() {
        return local().reader().map(Local.Reader::limited).orElse(false);
    }

    /** Whether the reader sees a field of the records of a kind. */
    public static boolean sees(String kind, String field) {
        return sees(kind + "." + field);
    }

    /** The same in one word: {@code contact.mail}. */
    public static boolean sees(String field) {
        return local().reader().map(reader -> !reader.hidden().contains(field)).orElse(true);
    }

    /** Whether the reader may write it: forms show it as text to those who only see it. */
    public static boolean writes(String kind, String field) {
        return sees(kind, field)
                && local().reader()
                        .map(reader -> !reader.fixed().contains(kind + "." + field))
                        .orElse(true);
    }

    /** Whether the reader may use a route: buttons ask before they show. */
    public static boolean may(String method, String path) {
        return local().reader()
                .map(reader -> Navigation.CURRENT.get().may(reader, method, path))
                .orElse(false);
    }

    public static String number(@Nullable Number value) {
        return value == null
                ? NONE
                : minus(NumberFormat.getIntegerInstance(locale()).format(value));
    }

    public static String decimal(@Nullable Number value, int digits) {
        if (value == null) {
            return NONE;
        }
        NumberFormat format = NumberFormat.getInstance(locale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return minus(format.format(value));
    }

    /** A share of one as a percentage with one decimal. */
    public static String percent(@Nullable Number share) {
        return share == null ? NONE : decimal(share.doubleValue() * 100, 1) + " %";
    }

    /** Money in full units; cents only where there are some. */
    public static String money(@Nullable Money money) {
        if (money == null) {
            return NONE;
        }
        BigDecimal amount = money.amount();
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        NumberFormat format = NumberFormat.getCurrencyInstance(locale());
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(whole ? 0 : money.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(whole ? 0 : money.currency().getDefaultFractionDigits());
        return minus(format.format(amount));
    }

    /** Minor units of the organisation's currency as money. */
    public static String money(long minor) {
        return money(new Money(minor, Currency.getInstance(Local.current().currency())));
    }

    /** Minor units in full units without cents, for pictures and head figures. */
    public static String whole(long minor) {
        Currency currency = Currency.getInstance(Local.current().currency());
        NumberFormat format = NumberFormat.getCurrencyInstance(locale());
        format.setCurrency(currency);
        format.setMaximumFractionDigits(0);
        return minus(format.format(BigDecimal.valueOf(minor, currency.getDefaultFractionDigits())));
    }

    /** A change in full units with its sign. */
    public static String change(long minor) {
        return minor > 0 ? "+" + whole(minor) : whole(minor);
    }

    /** A signed number, for changes. */
    public static String signed(String formatted, boolean positive) {
        return positive ? "+" + formatted : formatted;
    }

    public static String date(@Nullable LocalDate date) {
        return date == null
                ? NONE
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale())
                        .format(date);
    }

    public static String date(@Nullable Instant instant) {
        return instant == null
                ? NONE
                : date(instant.atZone(Local.current().zone()).toLocalDate());
    }

    public static String dateTime(@Nullable Instant instant) {
        return instant == null
                ? NONE
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale())
                        .format(instant.atZone(Local.current().zone()));
    }

    public static String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale()).format(month);
    }

    /** A period's code as people say it: {@code 2026-05} is May 2026, {@code 2026-Q2} the second quarter. */
    public static String periodName(String code) {
        return periodName(Period.parse(code));
    }

    public static String periodName(Period period) {
        String code = period.code();
        YearMonth first = YearMonth.from(period.from());
        if (period.equals(Period.month(first))) return month(first);
        if (code.contains("-Q")) return t("web.quarter", code.substring(6), code.substring(0, 4));
        if (!code.contains("/")) return code;
        if (period.equals(Period.months(first, 12))) return t("web.fiscalYear", new FiscalYear(first).name());
        YearMonth last = YearMonth.from(period.to()).minusMonths(1);
        return period.equals(Period.months(first, period.months().size()))
                ? month(first) + " – " + month(last)
                : date(period.from()) + " – " + date(period.to().minusDays(1));
    }

    public static String shortMonth(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLL", locale()).format(month);
    }

    /** A month's name, 1 is January. */
    public static String monthName(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL_STANDALONE, locale());
    }

    /** A day with its weekday, for example Thu, 14 May. */
    public static String weekday(LocalDate date) {
        return DateTimeFormatter.ofPattern(locale().getLanguage().equals("de") ? "EE, d. MMM" : "EEE, d MMM", locale())
                .format(date);
    }

    /** Hours and minutes, for example 3:35. */
    public static String hours(@Nullable Duration duration) {
        if (duration == null) {
            return NONE;
        }
        long minutes = Math.abs(duration.toMinutes());
        return (duration.isNegative() ? "−" : "") + minutes / 60 + ":"
                + String.format(Locale.ROOT, "%02d", minutes % 60);
    }

    private static Locale locale() {
        return Local.current().locale();
    }

    /** A minus is as wide as a plus; the keyboard's hyphen is not. */
    private static String minus(String number) {
        return number.replace('-', '−');
    }
}
