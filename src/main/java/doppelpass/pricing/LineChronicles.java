package doppelpass.pricing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door for the lines of deals with a past, in sets. The deals must have been told with what their lines come to. */
@Component
public class LineChronicles {
    private final LineChronicleTable table;

    LineChronicles(LineChronicleTable table) {
        this.table = table;
    }

    @Transactional
    public void write(List<PastLines> deals) {
        deals.forEach(deal -> deal.lines().forEach(Line::checked));
        table.write(deals);
    }
}
