package doppelpass.lists;

import doppelpass.database.Seeing;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Listing;
import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Some records of a bulk: written together where their module can, else one by one. A record that refuses is reported and
 * stays as it is; the others go on.
 */
@Component
class BulkPortion {
    private final BulkTable table;
    private final ListTable records;
    private final Seeing seeing;
    private final TransactionTemplate whole;
    private final TransactionTemplate part;

    BulkPortion(BulkTable table, ListTable records, Seeing seeing, PlatformTransactionManager transactions) {
        this.table = table;
        this.records = records;
        this.seeing = seeing;
        this.whole = new TransactionTemplate(transactions);
        this.part = new TransactionTemplate(transactions);
        part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    record Work(Bulk bulk, Listing listing, Deed deed, Person by) {}

    /** The next of them with their report, in one transaction; how many there were, none once it is stopped. */
    int next(Work work, int most) {
        Integer handled = whole.execute(status -> {
            if (!table.goesOn(work.bulk().id())) return 0;
            List<Long> ids = table.next(work.bulk().id(), most);
            if (!ids.isEmpty()) seen(work, ids);
            return ids.size();
        });
        return Objects.requireNonNullElse(handled, 0);
    }

    /** Who takes back what they did may not see the records any more: they were handed on by it. */
    private void seen(Work work, List<Long> ids) {
        if (work.bulk().undoOf() == null) handle(work, ids);
        else seeing.everything(() -> handle(work, ids));
    }

    private void handle(Work work, List<Long> ids) {
        records.lock(work.listing(), ids);
        Map<Long, String> before = work.deed().stored(ids);
        Map<Long, Outcome> outcomes = new TreeMap<>();
        Map<Long, String> wanted = wanted(work, ids, before, outcomes);
        Set<Long> together = together(work, wanted);
        wanted.forEach((id, value) -> {
            if (!together.contains(id)) alone(work, id, value).ifPresent(why -> outcomes.put(id, why));
        });
        wanted.keySet().removeAll(outcomes.keySet());
        if (!wanted.isEmpty()) {
            Map<Long, String> after = work.deed().stored(wanted.keySet());
            wanted.keySet()
                    .forEach(id ->
                            outcomes.put(id, Outcome.written(before.getOrDefault(id, ""), after.getOrDefault(id, ""))));
        }
        table.outcomes(work.bulk().id(), outcomes);
    }

    /** What each shall have from now on; records there is nothing to do for are done at once. */
    private Map<Long, String> wanted(Work work, List<Long> ids, Map<Long, String> before, Map<Long, Outcome> outcomes) {
        Long undoOf = work.bulk().undoOf();
        Map<Long, BulkTable.Trace> traces = undoOf == null ? Map.of() : table.traces(undoOf, ids);
        Map<Long, String> wanted = new TreeMap<>();
        for (long id : ids) {
            String present = before.get(id);
            BulkTable.Trace trace = traces.get(id);
            if (present == null) outcomes.put(id, refused(work, "lists.error.gone"));
            else if (undoOf != null && (trace == null || !present.equals(trace.after())))
                outcomes.put(id, refused(work, "lists.error.changedSince"));
            else wanted.put(id, trace == null ? work.bulk().value() : trace.before());
        }
        wanted.forEach((id, value) -> {
            if (value.equals(before.get(id))) outcomes.put(id, Outcome.SAME);
        });
        wanted.keySet().removeAll(outcomes.keySet());
        return wanted;
    }

    /** One that cannot be among many must not keep the others from it: then each is written by itself. */
    private Set<Long> together(Work work, Map<Long, String> wanted) {
        if (wanted.size() < 2) return Set.of();
        try {
            Set<Long> written = part.execute(s -> work.deed().setAll(new HashMap<>(wanted)));
            return Objects.requireNonNullElse(written, Set.of());
        } catch (Refusal | DataIntegrityViolationException notTogether) {
            return Set.of();
        }
    }

    /** Why it was not written, if it was not. */
    private Optional<Outcome> alone(Work work, long id, String value) {
        try {
            part.executeWithoutResult(s -> work.deed().set(id, value));
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(Outcome.refused(refusal.text(language(work))));
        } catch (DataIntegrityViolationException impossible) {
            return Optional.of(refused(work, "lists.error.cannotBe"));
        }
    }

    /** Why, in the words of who asked: the report is theirs. */
    private static Outcome refused(Work work, String key) {
        return Outcome.refused(Messages.text(language(work), key));
    }

    private static Locale language(Work work) {
        return Locale.forLanguageTag(work.by().language());
    }
}
