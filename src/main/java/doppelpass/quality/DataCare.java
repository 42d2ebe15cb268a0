package doppelpass.quality;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All checks of all modules: what they find now, which records, and how that develops. */
@Component
public class DataCare {
    private static final int MONTH_DAYS = 30;

    private final List<Check> checks;
    private final QualityTable table;
    private final Organisations organisations;
    private final Clock clock;

    DataCare(ObjectProvider<Checks> plugs, QualityTable table, Organisations organisations, Clock clock) {
        this.checks = plugs.orderedStream()
                .flatMap(plug -> plug.checks().stream())
                .sorted(Comparator.comparing(Check::severity).thenComparing(Check::key))
                .toList();
        this.table = table;
        this.organisations = organisations;
        this.clock = clock;
    }

    public List<Check> checks() {
        return checks;
    }

    public Check check(String key) {
        return checks.stream().filter(c -> c.key().equals(key)).findFirst().orElseThrow(Refusal::notFound);
    }

    /** What every check finds now, by module; the gravest first within a module. */
    public Map<String, List<Result>> byModule() {
        Moment moment = moment();
        Map<String, Long> before = table.foundUpTo(moment.today().minusDays(MONTH_DAYS));
        return checks.stream()
                .map(check -> result(check, moment, before))
                .collect(Collectors.groupingBy(r -> r.check().module(), TreeMap::new, Collectors.toList()));
    }

    public Result result(Check check) {
        Moment moment = moment();
        return result(check, moment, table.foundUpTo(moment.today().minusDays(MONTH_DAYS)));
    }

    public Page<Finding> findings(Check check, PageRequest request) {
        return table.page(check, check.offending().apply(moment()), request);
    }

    List<QualityTable.Day> trend(Check check) {
        return table.trend(check.key(), moment().today());
    }

    /** Keeps today's results; a second time on the same day replaces the first. Does nothing before set-up. */
    @Transactional
    public void takeSnapshot() {
        if (organisations.find().isPresent()) {
            Moment moment = moment();
            for (Check check : checks) {
                table.save(
                        check.key(),
                        moment.today(),
                        table.count(check.offending().apply(moment)),
                        moment.now());
            }
        }
    }

    private Result result(Check check, Moment moment, Map<String, Long> before) {
        QualityTable.Count count = table.count(check.offending().apply(moment));
        return new Result(check, count.found(), count.examined(), before.get(check.key()));
    }

    private Moment moment() {
        Organisation organisation = organisations.get();
        return new Moment(clock.instant(), LocalDate.ofInstant(clock.instant(), organisation.zone()));
    }
}
