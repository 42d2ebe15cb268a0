package doppelpass.lists;

import doppelpass.database.Actor;
import doppelpass.database.Seeing;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes the records of a bulk in portions, each in one transaction with its report; after a crash it goes on there. */
@Component
class BulkJob implements Job {
    static final String KIND = "lists.bulk";
    private static final int PORTION = 200;

    private final Lists lists;
    private final Deeds deeds;
    private final BulkTable table;
    private final People people;
    private final Clock clock;
    private final Seeing seeing;
    private final TransactionTemplate portion;
    private final TransactionTemplate single;

    BulkJob(
            Lists lists,
            Deeds deeds,
            BulkTable table,
            People people,
            Clock clock,
            Seeing seeing,
            PlatformTransactionManager transactions) {
        this.lists = lists;
        this.deeds = deeds;
        this.table = table;
        this.people = people;
        this.clock = clock;
        this.seeing = seeing;
        this.portion = new TransactionTemplate(transactions);
        this.single = new TransactionTemplate(transactions);
        single.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Run run) {
        long id = Long.parseLong(run.payload());
        long by = table.find(id).orElseThrow().personId();
        new Actor(by, Actor.Origin.PAGE, "bulk-" + id).during(() -> seeing.as(by, () -> change(id, run)));
    }

    private void change(long id, Run run) {
        if (!table.state(id, List.of("waiting", "running"), "running", null)) return;
        Bulk bulk = table.find(id).orElseThrow();
        Person by = people.find(bulk.personId()).orElseThrow();
        Deed deed = deeds.of(lists.list(bulk.list(), by), bulk.column(), by);
        Work work = new Work(bulk, deed, by);
        long done = bulk.handled();
        while (true) {
            if (run.cancelled()) {
                table.state(id, List.of("running"), "cancelled", clock.instant());
                return;
            }
            int handled = portion(work);
            if (handled == 0) break;
            done += handled;
            run.progress(done, bulk.total());
        }
        table.state(id, List.of("running"), "done", clock.instant());
    }

    private record Work(Bulk bulk, Deed deed, Person by) {}

    private int portion(Work work) {
        Integer handled = portion.execute(status -> {
            List<Long> ids = table.next(work.bulk().id(), PORTION);
            ids.forEach(id -> one(work, id));
            return ids.size();
        });
        return handled == null ? 0 : handled;
    }

    /** A record that refuses is reported and stays as it is; the others go on. */
    private void one(Work work, long id) {
        Optional<String> before = work.deed().stored(id);
        if (before.isEmpty()) {
            refuse(work, id, "lists.error.gone");
            return;
        }
        Long undoOf = work.bulk().undoOf();
        if (undoOf == null) {
            set(work, id, work.bulk().value(), before.get());
            return;
        }
        BulkTable.Trace trace = table.trace(undoOf, id).orElseThrow();
        if (before.get().equals(trace.after())) {
            set(work, id, trace.before(), before.get());
        } else {
            refuse(work, id, "lists.error.changedSince");
        }
    }

    private void set(Work work, long id, String value, String before) {
        long bulk = work.bulk().id();
        if (before.equals(value)) {
            table.outcome(bulk, id, "same", null);
            return;
        }
        try {
            single.executeWithoutResult(s -> work.deed().set(id, value));
            table.changed(bulk, id, before, work.deed().stored(id).orElse(""));
        } catch (Refusal refusal) {
            table.outcome(bulk, id, "refused", refusal.text(language(work)));
        } catch (DataIntegrityViolationException impossible) {
            refuse(work, id, "lists.error.cannotBe");
        }
    }

    /** Why, in the words of who asked: nobody else reads the report. */
    private void refuse(Work work, long id, String key) {
        table.outcome(work.bulk().id(), id, "refused", Messages.text(language(work), key));
    }

    private static Locale language(Work work) {
        return Locale.forLanguageTag(work.by().language());
    }

    /** One after the other: two changes of the same records would wait for each other. */
    @Override
    public int atOnce() {
        return 1;
    }
}
