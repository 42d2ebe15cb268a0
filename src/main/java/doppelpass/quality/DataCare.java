package doppelpass.quality;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.RecordList;
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
    static final int LEFT_DAYS = 90;

    private static final int MONTH_DAYS = 30;

    private final List<Check> checks;
    private final QualityTable table;
    private final Counts counts;
    private final Sieves sieves;
    private final ObjectProvider<RecordList> lists;
    private final Organisations organisations;
    private final Clock clock;

    DataCare(
            ObjectProvider<Checks> plugs,
            QualityTable table,
            Counts counts,
            Sieves sieves,
            ObjectProvider<RecordList> lists,
            Organisations organisations,
            Clock clock) {
        this.checks = plugs.orderedStream()
                .flatMap(plug -> plug.checks().stream())
                .sorted(Comparator.comparing(Check::severity).thenComparing(Check::key))
                .toList();
        this.table = table;
        this.counts = counts;
        this.sieves = sieves;
        this.lists = lists;
        this.organisations = organisations;
        this.clock = clock;
    }

    public List<Check> checks() {
        return checks;
    }

    public Check check(String key) {
        return checks.stream().filter(c -> c.key().equals(key)).findFirst().orElseThrow(Refusal::notFound);
    }

    /** The check that a kept result is of. */
    Check ofResult(long id) {
        return check(table.ofResult(id).orElseThrow(Refusal::notFound));
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
        return table.page(check, moment(), request);
    }

    /** What somebody looked at and left as it is. */
    Page<Finding> left(Check check, PageRequest request) {
        return table.left(check, moment(), request);
    }

    /** One record that has just been written or looked at, judged anew. */
    @Transactional(readOnly = true)
    Judged judge(Check check, long id) {
        Moment moment = moment();
        Finding finding = table.record(check, moment, id).orElseThrow(Refusal::notFound);
        Sieve sieve = check.sieve();
        boolean wrong = sieve == null ? table.wrong(check, moment, id) : sieves.refuses(sieve, id);
        boolean exempt = table.exempt(check, moment, id);
        if (!wrong || exempt) counts.changed(check, moment);
        return new Judged(finding, wrong, exempt);
    }

    /** It stays as it is and is not found for a while. */
    @Transactional
    void leave(Check check, long id, Person by) {
        Moment moment = moment();
        if (!judge(check, id).wrong()) throw Refusal.conflict("quality.error.mended");
        table.exempt(check, id, kind(check), moment.today().plusDays(LEFT_DAYS), by.id(), moment.now());
    }

    /** It is to be mended after all. */
    @Transactional
    void demand(Check check, long id) {
        if (table.record(check, moment(), id).isEmpty() || !table.demand(check, id)) throw Refusal.notFound();
    }

    private String kind(Check check) {
        return lists.stream()
                .map(RecordList::listing)
                .filter(listing -> listing.name().equals(check.list()))
                .map(Listing::subject)
                .findFirst()
                .orElseThrow();
    }

    long leftAlone(Check check) {
        return table.exempted(check, moment());
    }

    /** A finding, whether it still is one, and whether somebody left it as it is. */
    record Judged(Finding finding, boolean wrong, boolean exempt) {
        /** How its line looks: still to be mended, left, or done. */
        String fate() {
            return !wrong ? "mended" : exempt ? "left" : "open";
        }
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
                table.save(check, moment.today(), counts.now(check, moment), moment.now());
            }
        }
    }

    private Result result(Check check, Moment moment, Map<String, Long> before) {
        Counts.Counted counted = counts.of(check, moment);
        QualityTable.Count count = counted.count();
        return new Result(check, count.found(), count.examined(), before.get(check.key()), counted.before());
    }

    private Moment moment() {
        Organisation organisation = organisations.get();
        return new Moment(clock.instant(), LocalDate.ofInstant(clock.instant(), organisation.zone()));
    }
}
