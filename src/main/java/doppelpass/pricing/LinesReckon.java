package doppelpass.pricing;

import doppelpass.deals.Reckoning;
import org.springframework.stereotype.Component;

/** The amount of a deal that has lines is what they come to. */
@Component
class LinesReckon implements Reckoning {
    private final LineTable table;

    LinesReckon(LineTable table) {
        this.table = table;
    }

    @Override
    public boolean reckons(long deal) {
        return table.has(deal);
    }
}
