package doppelpass.kpi;

import doppelpass.core.Period;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Where there is something to see: for pages about a time of which there are no records, as after an import of old ones. */
@Component
public class LatestMonth {
    /** Where anything happened, one of these is there: leads, wins, revenue, marketing cost. */
    private static final List<String> SIGNS = List.of("K17", "K22", "K02", "K05");

    private static final int YEAR = 12;
    private static final int LOOK_BACK = 180;

    private final Kpis kpis;
    private final Clock clock;

    LatestMonth(Kpis kpis, Clock clock) {
        this.kpis = kpis;
        this.clock = clock;
    }

    /** The latest month in which anything happened, if nothing did in the year up to the end of this period and since. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<YearMonth> insteadOf(Period period) {
        YearMonth last = YearMonth.from(period.to().minusDays(1));
        YearMonth now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        YearMonth end = (now.isAfter(last) ? now : last).plusMonths(1);
        int since = Math.toIntExact(last.until(end, ChronoUnit.MONTHS));
        return latest(end, YEAR - 1 + since).isPresent() ? Optional.empty() : before(last);
    }

    /** The latest month before this one in which anything happened, within fifteen years. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<YearMonth> before(YearMonth month) {
        return latest(month, LOOK_BACK);
    }

    private Optional<YearMonth> latest(YearMonth before, int months) {
        List<YearMonth> all =
                IntStream.rangeClosed(-months, -1).mapToObj(before::plusMonths).toList();
        Map<String, List<Figure>> series = kpis.series(SIGNS, all);
        return IntStream.iterate(months - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> series.values().stream()
                        .anyMatch(figures -> figures.get(i).n() > 0))
                .mapToObj(all::get)
                .findFirst();
    }
}
