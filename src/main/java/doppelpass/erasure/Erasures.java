package doppelpass.erasure;

import doppelpass.audit.Audit;
import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.database.Seeing;
import doppelpass.identity.Person;
import doppelpass.lists.ErasedChanges;
import doppelpass.records.Access;
import doppelpass.records.Erasing;
import doppelpass.records.Erasing.Taken;
import doppelpass.timeline.ErasedActivities;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Erases what is kept of a person: the contact stays as a number among leads, deals and touchpoints, so that no figure of the
 * past changes; every text that says who it was goes, in one transaction, the values in the audit last.
 */
@Component
public class Erasures {
    private static final String ACTIVITY = "activity";

    private final List<Erasing> keepers;
    private final ErasedActivities activities;
    private final ErasedChanges bulks;
    private final Audit audit;
    private final ErasureTable table;
    private final Access access;
    private final Seeing seeing;
    private final Clock clock;

    Erasures(
            List<Erasing> keepers,
            ErasedActivities activities,
            ErasedChanges bulks,
            Audit audit,
            ErasureTable table,
            Access access,
            Seeing seeing,
            Clock clock) {
        this.keepers = keepers;
        this.activities = activities;
        this.bulks = bulks;
        this.audit = audit;
        this.table = table;
        this.access = access;
        this.seeing = seeing;
        this.clock = clock;
    }

    /** What would be taken: it is done and taken back, so the numbers are those of the erasure itself. */
    @Transactional
    public List<Taken> preview(Subject record, Person reader) {
        demand(record, reader);
        List<Taken> taken = seeing.everything(() -> take(record));
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return taken;
    }

    /** Cannot be undone; returns the number of what tells that it was done. */
    @Transactional
    public long erase(Subject record, Person by) {
        demand(record, by);
        return seeing.everything(() -> table.insert(record, take(record), by.id(), clock.instant()));
    }

    Page<Erased> page(PageRequest request) {
        return table.page(request);
    }

    Optional<Erased> find(long id) {
        return table.find(id);
    }

    Optional<Erased> last(Subject record) {
        return table.last(record);
    }

    /** Whose data can be erased: people's. */
    static boolean concerns(Subject record) {
        return record.kind() == Subject.Kind.CONTACT;
    }

    private void demand(Subject record, Person by) {
        if (!concerns(record)) throw Refusal.notFound();
        if (keepers.stream().noneMatch(keeper -> keeper.holds(record))) access.demand(record, by);
    }

    private List<Taken> take(Subject record) {
        Set<Subject> records = new LinkedHashSet<>(Set.of(record));
        keepers.forEach(keeper -> records.addAll(keeper.also(record)));
        Map<String, Set<Long>> noted = new LinkedHashMap<>();
        keepers.forEach(keeper -> keeper.noted(records)
                .forEach((kind, ids) -> noted.computeIfAbsent(kind, none -> new LinkedHashSet<>())
                        .addAll(ids)));
        Set<Long> told = activities.of(records);
        noted.computeIfAbsent(ACTIVITY, none -> new LinkedHashSet<>()).addAll(told);
        List<Taken> taken = new ArrayList<>();
        keepers.forEach(keeper -> taken.addAll(keeper.erase(records)));
        taken.add(new Taken("erasure.activities", activities.erase(told)));
        taken.add(new Taken("erasure.bulks", forgetChanges(records, noted)));
        taken.add(new Taken("erasure.changes", forgetAudit(records, noted)));
        return summed(taken);
    }

    private long forgetChanges(Set<Subject> records, Map<String, Set<Long>> noted) {
        Map<String, Set<Long>> lists = new LinkedHashMap<>();
        for (Subject record : records)
            lists.computeIfAbsent(record.list(), list -> new LinkedHashSet<>()).add(record.id());
        lists.put("activities", noted.getOrDefault(ACTIVITY, Set.of()));
        lists.put("tasks", noted.getOrDefault("task", Set.of()));
        return lists.entrySet().stream()
                .mapToLong(list -> bulks.erase(list.getKey(), list.getValue()))
                .sum();
    }

    private long forgetAudit(Set<Subject> records, Map<String, Set<Long>> noted) {
        return records.stream().mapToLong(audit::erase).sum()
                + noted.entrySet().stream()
                        .flatMapToLong(kind -> kind.getValue().stream().mapToLong(id -> audit.erase(kind.getKey(), id)))
                        .sum();
    }

    private static List<Taken> summed(List<Taken> taken) {
        Map<String, Long> sums = new LinkedHashMap<>();
        taken.forEach(one -> sums.merge(one.label(), one.many(), Long::sum));
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() > 0)
                .map(sum -> new Taken(sum.getKey(), sum.getValue()))
                .toList();
    }
}
