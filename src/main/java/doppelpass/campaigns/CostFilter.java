package doppelpass.campaigns;

import doppelpass.core.Period;
import doppelpass.web.Asked;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which costs a list shows; with a period only those that serve in it. */
record CostFilter(String function, String channel, @Nullable Period period) {
    /** Nothing was booked before, nothing will be after. */
    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    private static final LocalDate END = LocalDate.of(2099, 12, 31);

    static CostFilter of(Asked asked) {
        LocalDate from = asked.day("from");
        LocalDate to = asked.day("to");
        return new CostFilter(
                asked.oneOf("function", Set.of("marketing", "sales")),
                asked.oneOf("channel", Set.copyOf(Channel.codes())),
                from == null && to == null ? null : period(from, to));
    }

    private static @Nullable Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate first = from == null || from.isBefore(BEGINNING) ? BEGINNING : from;
        LocalDate last = to == null || to.isAfter(END) ? END : to;
        return last.isBefore(first) ? null : new Period(first, last.plusDays(1));
    }
}
