package doppelpass.timeline;

import doppelpass.web.Asked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which activities a list shows; both moments limit when they happened, the second is not included. */
record ActivityFilter(
        String q,
        String kind,
        @Nullable Long person,
        @Nullable Instant from,
        @Nullable Instant to) {
    static final Set<String> KINDS = Arrays.stream(NewActivity.Kind.values())
            .map(NewActivity.Kind::code)
            .collect(Collectors.toUnmodifiableSet());

    static ActivityFilter of(Asked asked, ZoneId zone) {
        LocalDate from = asked.day("from");
        LocalDate to = asked.day("to");
        return new ActivityFilter(
                asked.text("q"),
                asked.oneOf("kind", KINDS),
                asked.number("person"),
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
