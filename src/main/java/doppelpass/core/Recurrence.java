package doppelpass.core;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Recur;

/** How often something comes back: a recurrence rule of RFC 5545 as data, without an end or with one by number or day. */
public record Recurrence(String rule) {
    private static final Pattern KNOWN =
            Pattern.compile("FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(INTERVAL|BYDAY|BYMONTH|BYMONTHDAY|BYSETPOS)="
                    + "[A-Z0-9,+-]{1,40})*(;COUNT=[1-9]\\d{0,3}|;UNTIL=\\d{8})?");
    private static final Pattern COUNT = Pattern.compile(";COUNT=(\\d+)$");
    private static final Pattern UNTIL = Pattern.compile(";UNTIL=(\\d{8})$");
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final String WORKING_DAYS = "MO,TU,WE,TH,FR";

    /** Rarer than once in so many days nothing comes back. */
    private static final int RAREST_DAYS = 4 * 366;

    public Recurrence {
        if (!KNOWN.matcher(rule).matches()) throw new MalformedText(rule, 0, "no recurrence rule");
    }

    /** Every week, or every other week with an interval of two. */
    public static Recurrence weekly(DayOfWeek day, int interval) {
        return new Recurrence("FREQ=WEEKLY;INTERVAL=" + interval + ";BYDAY=" + code(day));
    }

    public static Recurrence workingDays() {
        return new Recurrence("FREQ=WEEKLY;BYDAY=" + WORKING_DAYS);
    }

    /** The first (1) to fourth (4) Monday of each month, say. */
    public static Recurrence monthly(DayOfWeek day, int position) {
        return new Recurrence("FREQ=MONTHLY;BYDAY=" + position + code(day));
    }

    /** The same day of every so many months; where a month is too short, its last day. */
    public static Recurrence monthly(LocalDate day, int interval) {
        return new Recurrence("FREQ=MONTHLY;INTERVAL=" + interval + ofMonth(day.getDayOfMonth()));
    }

    public static Recurrence yearly(LocalDate day) {
        return new Recurrence("FREQ=YEARLY;BYMONTH=" + day.getMonthValue() + ofMonth(day.getDayOfMonth()));
    }

    /** The last day of each month from Monday to Friday; holidays are the calendar's matter. */
    public static Recurrence lastWorkingDay() {
        return new Recurrence("FREQ=MONTHLY;BYDAY=" + WORKING_DAYS + ";BYSETPOS=-1");
    }

    /** So many times in all, the start being the first. */
    public Recurrence times(int count) {
        return new Recurrence(endless().rule + ";COUNT=" + count);
    }

    /** No more after this day. */
    public Recurrence until(LocalDate last) {
        return new Recurrence(endless().rule + ";UNTIL=" + last.format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    public Optional<Integer> count() {
        Matcher matcher = COUNT.matcher(rule);
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    public Optional<LocalDate> last() {
        Matcher matcher = UNTIL.matcher(rule);
        return matcher.find()
                ? Optional.of(LocalDate.parse(matcher.group(1), DateTimeFormatter.BASIC_ISO_DATE))
                : Optional.empty();
    }

    /** The rhythm alone. */
    public Recurrence endless() {
        return new Recurrence(rule.replaceFirst(";(COUNT|UNTIL)=\\d+$", ""));
    }

    /** The wall-clock starts from {@code from} on, before {@code to}, of a series that began at {@code start}. */
    public List<LocalDateTime> dates(LocalDateTime start, LocalDate from, LocalDate to) {
        try {
            return new Recur<LocalDateTime>(UNTIL.matcher(rule).replaceFirst(""))
                    .getDates(start, from.atStartOfDay(), to.atStartOfDay()).stream()
                            .filter(date -> !date.isBefore(start) && !date.isBefore(from.atStartOfDay()))
                            .filter(date -> date.isBefore(to.atStartOfDay()))
                            .filter(date -> last().map(
                                            end -> !date.toLocalDate().isAfter(end))
                                    .orElse(true))
                            .distinct()
                            .sorted()
                            .toList();
        } catch (IllegalArgumentException e) {
            throw new MalformedText(rule, 0, "no recurrence rule");
        }
    }

    /** The first date of the rule that is not before the wish: DTSTART has to match its own rule. */
    public LocalDateTime firstFrom(LocalDateTime wish) {
        return dates(wish, wish.toLocalDate(), wish.toLocalDate().plusDays(RAREST_DAYS)).stream()
                .findFirst()
                .orElseThrow(() -> new MalformedText(rule, 0, "a rule without dates"));
    }

    /** The first day from {@code from} on of what began on {@code start}; empty when it has ended. */
    public Optional<LocalDate> firstDay(LocalDate start, LocalDate from) {
        return dates(start.atStartOfDay(), from, from.plusDays(RAREST_DAYS)).stream()
                .map(LocalDateTime::toLocalDate)
                .findFirst();
    }

    private static String ofMonth(int day) {
        if (day <= 28) return ";BYMONTHDAY=" + day;
        StringBuilder days = new StringBuilder("28");
        for (int next = 29; next <= day; next++) days.append(',').append(next);
        return ";BYMONTHDAY=" + days + ";BYSETPOS=-1";
    }

    private static String code(DayOfWeek day) {
        return DAYS.get(day.getValue() - 1);
    }
}
