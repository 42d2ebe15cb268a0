package doppelpass.kpi;

import doppelpass.core.BusinessCalendar;
import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Team;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Business hours on the calendar of the receiving team. */
@Component
class BusinessClocks {
    private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);

    private final Organisations organisations;
    private final People people;

    BusinessClocks(Organisations organisations, People people) {
        this.organisations = organisations;
        this.people = people;
    }

    /** A clock for one question; it remembers the calendars it needed. */
    Open open() {
        Map<Long, Team> teams = people.teams().stream().collect(Collectors.toMap(Team::id, Function.identity()));
        return new Open(organisations.get(), teams, new HashMap<>());
    }

    /** What the clocks go by; equal bases tell equal hours. */
    Object basis() {
        return List.of(organisations.get(), people.teams());
    }

    record Open(Organisation organisation, Map<Long, Team> teams, Map<String, BusinessCalendar> calendars) {

        /** Open hours from one moment to the other; what has no end by the horizon still runs. */
        BigDecimal hours(Instant from, @Nullable Instant to, @Nullable Long team, Instant horizon) {
            Instant end = to == null || to.isAfter(horizon) ? horizon : to;
            Team receiving = team == null ? null : teams.get(team);
            String region = receiving == null || receiving.region() == null ? "" : receiving.region();
            BusinessCalendar calendar =
                    calendars.computeIfAbsent(region, place -> organisation.calendar(place.isEmpty() ? null : place));
            return BigDecimal.valueOf(calendar.between(from, end).toSeconds())
                    .divide(SECONDS, 6, RoundingMode.HALF_EVEN);
        }
    }
}
