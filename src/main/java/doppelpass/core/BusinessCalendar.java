package doppelpass.core;

import doppelpass.core.BusinessWeek.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * When a team works. A moment is open exactly when the wall clock of the zone shows a time within the week's hours on a
 * day that is neither holiday nor closure; what elapses is real time, so an open hour that the summer-time switch repeats
 * counts twice and one that it skips counts not at all.
 */
public record BusinessCalendar(ZoneId zone, BusinessWeek week, Holidays holidays, Set<LocalDate> closures) {
    /** No search and no span goes further, so that holidays on every day cannot make a loop endless. */
    private static final int LONGEST_DAYS = 36_525;

    public BusinessCalendar {
        closures = Set.copyOf(closures);
    }

    public static BusinessCalendar alwaysOpen(ZoneId zone) {
        return new BusinessCalendar(zone, BusinessWeek.ALWAYS, Holidays.none(), Set.of());
    }

    public boolean openAt(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        return hoursOn(local.toLocalDate()).stream().anyMatch(hours -> hours.contains(local.toLocalTime()));
    }

    /** The moment itself if it is open, else the next one that is. */
    public Instant nextOpening(Instant moment) {
        for (LocalDate day = dayOf(moment), last = day.plusDays(LONGEST_DAYS);
                day.isBefore(last);
                day = day.plusDays(1)) {
            for (Span span : spansOn(day)) {
                if (span.to.isAfter(moment)) return later(moment, span.from);
            }
        }
        throw neverOpen(moment);
    }

    /**
     * The earliest moment by which that much open time has passed since the start, so possibly a closing time; the start
     * itself if the time is zero. Negative times are refused.
     */
    public Instant due(Instant start, Duration businessTime) {
        if (businessTime.isNegative()) throw new IllegalArgumentException("Business time below zero: " + businessTime);
        if (businessTime.isZero()) return start;
        Duration left = businessTime;
        for (LocalDate day = dayOf(start), last = day.plusDays(LONGEST_DAYS);
                day.isBefore(last);
                day = day.plusDays(1)) {
            for (Span span : spansOn(day)) {
                Duration open = span.after(start).length();
                if (open.compareTo(left) >= 0) return later(start, span.from).plus(left);
                left = left.minus(open);
            }
        }
        throw neverOpen(start);
    }

    /** The open time between two moments; negative if {@code to} lies before {@code from}, so swapping flips the sign. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) return between(to, from).negated();
        LocalDate last = dayOf(to);
        if (ChronoUnit.DAYS.between(dayOf(from), last) > LONGEST_DAYS) {
            throw new IllegalArgumentException("More than 100 years between " + from + " and " + to);
        }
        Duration open = Duration.ZERO;
        for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span span : spansOn(day))
                open = open.plus(span.after(from).before(to).length());
        }
        return open;
    }

    /**
     * Counts from when the clock can start ({@link #nextOpening}) and keeps the time of day: offered Monday 10:00 and one
     * business day gives Tuesday 10:00. If that day is closed at that time, the deadline is its next opening on that day,
     * or else its closing time.
     */
    public Instant addBusinessDays(Instant start, int days) {
        if (days < 0) throw new IllegalArgumentException("Business days below zero: " + days);
        ZonedDateTime opening = nextOpening(start).atZone(zone);
        LocalDate target = opening.toLocalDate();
        for (int left = days; left > 0; left--) target = nextBusinessDay(target);
        Instant moment = ZonedDateTime.of(target, opening.toLocalTime(), zone).toInstant();
        List<Span> spans = spansOn(target);
        return spans.stream()
                .filter(span -> span.to.isAfter(moment))
                .findFirst()
                .map(span -> later(moment, span.from))
                .orElse(spans.getLast().to);
    }

    /** Whether the team works at all on that day. */
    public boolean businessDay(LocalDate day) {
        return !spansOn(day).isEmpty();
    }

    public long businessDays(Period period) {
        return period.from().datesUntil(period.to()).filter(this::businessDay).count();
    }

    private LocalDate nextBusinessDay(LocalDate day) {
        return day.plusDays(1)
                .datesUntil(day.plusDays(LONGEST_DAYS))
                .filter(this::businessDay)
                .findFirst()
                .orElseThrow(() -> neverOpen(day));
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private List<Hours> hoursOn(LocalDate day) {
        return closures.contains(day) || holidays.on(day) ? List.of() : week.on(day.getDayOfWeek());
    }

    /**
     * The open spans of a local day in order of time. Between two switches of the clock the offset is constant and local
     * minutes are plain arithmetic; a switch inside the day therefore cuts it in two.
     */
    private List<Span> spansOn(LocalDate day) {
        List<Hours> open = hoursOn(day);
        if (open.isEmpty()) return List.of();
        Span whole = new Span(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
        List<Span> spans = new ArrayList<>();
        Instant from = whole.from;
        while (from.isBefore(whole.to)) {
            ZoneOffsetTransition change = zone.getRules().nextTransition(from);
            Instant to = change == null || change.getInstant().isAfter(whole.to) ? whole.to : change.getInstant();
            addSpans(open, day, new Span(from, to), spans);
            from = to;
        }
        return spans;
    }

    private void addSpans(List<Hours> open, LocalDate day, Span steady, List<Span> spans) {
        ZoneOffset offset = zone.getRules().getOffset(steady.from);
        Instant midnight = day.atStartOfDay(offset).toInstant();
        for (Hours hours : open) {
            Span span = new Span(
                            midnight.plusSeconds(60L * hours.fromMinute()),
                            midnight.plusSeconds(60L * hours.toMinute()))
                    .after(steady.from)
                    .before(steady.to);
            if (!span.length().isZero()) spans.add(span);
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static IllegalStateException neverOpen(Object start) {
        return new IllegalStateException("No open time within 100 years from " + start);
    }

    /** From, up to but not including to; empty if to is not later. */
    private record Span(Instant from, Instant to) {
        Span after(Instant moment) {
            return new Span(later(from, moment), to);
        }

        Span before(Instant moment) {
            return new Span(from, to.isBefore(moment) ? to : moment);
        }

        Duration length() {
            return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
        }
    }
}
