package doppelpass.lists;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Editing;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.RecordList;
import doppelpass.web.Refusal;
import doppelpass.work.Queue;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes of many records: asked for, counted, confirmed, done behind the pages, taken back. */
@Component
class Bulks {
    private final Lists lists;
    private final Deeds deeds;
    private final BulkTable table;
    private final Queue queue;
    private final Clock clock;

    Bulks(Lists lists, Deeds deeds, BulkTable table, Queue queue, Clock clock) {
        this.lists = lists;
        this.deeds = deeds;
        this.table = table;
        this.queue = queue;
        this.clock = clock;
    }

    /** What a person picked: these records, or all that the address shows. */
    record Picked(Address address, boolean all, Collection<Long> ids) {}

    /** Takes down which records it is about; nothing happens to them before it is started. */
    @Transactional
    long ask(RecordList list, Picked picked, String column, String value, Person by) {
        Listing listing = list.listing();
        deeds.of(list, column, by);
        if (!column.equals(Bulk.RECORD)) check(lists.editing(listing, column, by), value);
        if (!picked.all() && picked.ids().isEmpty()) throw Refusal.of("lists.error.nothingPicked");
        long id = table.insert(listing.name(), column, value, null, by.id(), clock.instant());
        if (picked.all()) {
            table.addAll(id, listing, lists.condition(list, picked.address(), by));
        } else {
            table.add(id, listing, picked.ids(), list.seen(by));
        }
        return id;
    }

    Bulk get(long id, Person by) {
        return table.find(id).filter(bulk -> bulk.personId() == by.id()).orElseThrow(Refusal::notFound);
    }

    @Transactional
    void start(long id, Person by) {
        Bulk bulk = get(id, by);
        deeds.of(lists.list(bulk.list(), by), bulk.column(), by);
        if (!table.state(id, List.of("asked"), "waiting", null)) throw Refusal.conflict("lists.error.bulkStarted");
        table.job(id, queue.put(BulkJob.KIND, Long.toString(id)));
    }

    /** What is done stays done and can be undone; the rest is left alone. */
    @Transactional
    void cancel(long id, Person by) {
        Bulk bulk = get(id, by);
        if (table.state(id, List.of("asked", "waiting", "running"), "cancelled", clock.instant())
                && bulk.jobId() != null) {
            queue.cancel(bulk.jobId());
        }
    }

    /** Sets every changed record back, unless somebody changed it since. */
    @Transactional
    long undo(long id, Person by) {
        Bulk bulk = get(id, by);
        deeds.of(lists.list(bulk.list(), by), bulk.column(), by);
        if (!bulk.undoableAt(clock.instant())) throw Refusal.conflict("lists.error.notUndoable");
        long undo = table.insert(bulk.list(), bulk.column(), bulk.value(), id, by.id(), clock.instant());
        table.settle(id);
        table.addChanged(undo, id);
        start(undo, by);
        return undo;
    }

    static void check(Editing editing, String value) {
        if (value.isEmpty() && editing.required()) throw Refusal.of("lists.error.required");
        boolean chosen = editing.input() != Editing.Input.CHOICE
                || value.isEmpty()
                || editing.choices().get().contains(value);
        if (!chosen) throw Refusal.of("lists.error.choice");
    }
}
