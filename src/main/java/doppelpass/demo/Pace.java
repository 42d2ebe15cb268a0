package doppelpass.demo;

import doppelpass.core.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;

/** When people do things: in office hours, some minutes after they could. */
record Pace(BusinessCalendar calendar, Dice dice) {

    /** The moment itself in office hours, else some time after the next opening. */
    Instant working(Instant moment) {
        return calendar.openAt(moment)
                ? moment
                : calendar.nextOpening(moment).plus(Duration.ofMinutes(dice.whole(4, 95)));
    }

    Instant after(Instant moment, double days) {
        return working(moment.plus(Duration.ofMinutes(Math.max(1, Math.round(days * 24 * 60)))));
    }

    /** Within the time promised until then, or after it. */
    Instant answer(Instant start, Instant due, boolean inTime) {
        Duration promised = calendar.between(start, due);
        if (inTime) return calendar.due(start, part(promised, dice.between(0.06, 0.85)));
        return calendar.due(due, Duration.ofMinutes(dice.whole(25, 1500)));
    }

    /** The moment since which so much business time has passed. */
    Instant before(Instant moment, Duration business) {
        Instant at = moment;
        while (calendar.between(at, moment).compareTo(business) < 0) at = at.minus(Duration.ofMinutes(1));
        return at;
    }

    private static Duration part(Duration whole, double share) {
        return Duration.ofSeconds(Math.max(60, Math.round(whole.toSeconds() * share)));
    }
}
