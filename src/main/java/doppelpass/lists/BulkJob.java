package doppelpass.lists;

import doppelpass.database.Actor;
import doppelpass.database.Seeing;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.lists.plug.RecordList;
import doppelpass.work.Job;
import doppelpass.work.Run;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Changes the records of a bulk in portions, each in one transaction with its report; after a crash it goes on there. */
@Component
class BulkJob implements Job {
    static final String KIND = "lists.bulk";
    private static final int PORTION = 500;

    private final Lists lists;
    private final Deeds deeds;
    private final BulkTable table;
    private final People people;
    private final Clock clock;
    private final Seeing seeing;
    private final BulkPortion portion;

    BulkJob(Lists lists, Deeds deeds, BulkTable table, People people, Clock clock, Seeing seeing, BulkPortion portion) {
        this.lists = lists;
        this.deeds = deeds;
        this.table = table;
        this.people = people;
        this.clock = clock;
        this.seeing = seeing;
        this.portion = portion;
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
        RecordList list = lists.list(bulk.list(), by);
        BulkPortion.Work work = new BulkPortion.Work(bulk, list.listing(), deeds.of(list, bulk.column(), by), by);
        long done = bulk.handled();
        while (true) {
            if (run.cancelled()) {
                table.state(id, List.of("running"), "cancelled", clock.instant());
                return;
            }
            int handled = portion.next(work, PORTION);
            if (handled == 0) break;
            done += handled;
            run.progress(done, bulk.total());
        }
        table.state(id, List.of("running"), "done", clock.instant());
    }

    /** One after the other: two changes of the same records would wait for each other. */
    @Override
    public int atOnce() {
        return 1;
    }
}
