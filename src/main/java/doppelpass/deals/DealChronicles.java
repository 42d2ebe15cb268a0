package doppelpass.deals;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door for deals with a past, in sets: told under today's rules, written with the times they happened at. */
@Component
public class DealChronicles {
    private final DealChronicleTable table;

    DealChronicles(DealChronicleTable table) {
        this.table = table;
    }

    /** The ids the next deals will have. */
    @Transactional
    public Iterator<Long> ids(int count) {
        return table.ids(count);
    }

    public PastDeal open(long id, DealDetails details, Stage stage, @Nullable Long actor, Instant at) {
        return new PastDeal(id, details, stage, actor, at);
    }

    /** Writes everything; nothing is announced, so leads and revenue have to be told as well. */
    @Transactional
    public void write(List<PastDeal> deals) {
        table.write(deals);
    }
}
