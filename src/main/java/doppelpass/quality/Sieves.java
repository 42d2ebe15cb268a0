package doppelpass.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jooq.Record2;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Judges values that no SQL can judge. Between two runs an edited value counts as good until it is judged. */
@Component
class Sieves {
    private final SieveTable table;
    private final TransactionTemplate transaction;

    Sieves(SieveTable table, TransactionTemplate transaction) {
        this.table = table;
        this.transaction = transaction;
    }

    /** All records, batch by batch, each in a transaction of its own. */
    void run(Check check) {
        Sieve sieve = check.sieve();
        if (sieve == null) return;
        Predicate<String> good = sieve.judge().get();
        long above = 0;
        boolean more = true;
        while (more) {
            List<Record2<Long, String>> batch = table.after(sieve, above);
            more = !table.last(batch);
            long from = above;
            long upTo = more ? batch.getLast().value1() : Long.MAX_VALUE;
            Map<Long, String> refused = refused(good, batch);
            transaction.executeWithoutResult(tx -> table.replace(check.key(), from, upTo, refused));
            above = upTo;
        }
    }

    /** Whether the value that a record has now is refused. */
    boolean refuses(Sieve sieve, long id) {
        Predicate<String> good = sieve.judge().get();
        return table.one(sieve, id).stream().anyMatch(row -> !good.test(row.value2()));
    }

    /** Within a batch each value is judged once; over all records the values would take all memory. */
    private static Map<Long, String> refused(Predicate<String> good, List<Record2<Long, String>> batch) {
        Map<String, Boolean> known = new HashMap<>();
        Map<Long, String> refused = new HashMap<>();
        for (Record2<Long, String> row : batch) {
            if (!known.computeIfAbsent(row.value2(), good::test)) refused.put(row.value1(), row.value2());
        }
        return refused;
    }
}
