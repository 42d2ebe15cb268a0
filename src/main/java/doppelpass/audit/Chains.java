package doppelpass.audit;

import doppelpass.audit.views.Chain;
import doppelpass.work.Queue;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The chain over the audit: sealed batch by batch, checked from its beginning. */
@Component
class Chains {
    static final int BATCH = 10_000;
    private static final int AT_ONCE = 10;
    private static final int LOOKED_THROUGH = 200;

    private final ChainTable table;
    private final Queue queue;

    Chains(ChainTable table, Queue queue) {
        this.table = table;
        this.queue = queue;
    }

    /** One batch in a transaction of its own: until it is committed, nobody else seals. */
    @Transactional
    public long seal() {
        return table.seal(BATCH);
    }

    /** Compares every batch with its entries; {@code progress} hears how many batches were looked at. */
    ChainTable.Examined verify(LongConsumer progress) {
        long batches = 0;
        long entries = 0;
        ChainTable.Examined some;
        do {
            some = table.examine(batches, AT_ONCE);
            batches += some.batches();
            entries += some.entries();
            progress.accept(batches);
        } while (some.batches() == AT_ONCE && some.broken() == null);
        ChainTable.Examined all = new ChainTable.Examined(batches, entries, some.broken());
        table.verified(all);
        return all;
    }

    long batches() {
        return table.batches();
    }

    Optional<Chain.Batch> batch(long number) {
        return table.batch(number);
    }

    Optional<Chain.Batch> head() {
        return table.head();
    }

    Chain state() {
        boolean checking = queue.open(LOOKED_THROUGH).stream()
                .anyMatch(job -> job.kind().equals(VerifyJob.KIND) && !job.finished());
        return new Chain(table.head(), table.entries(), table.waiting(), table.last(), checking);
    }

    void ask() {
        queue.put(VerifyJob.KIND, "");
    }
}
