package doppelpass.deals;

import doppelpass.bin.Deletable;
import doppelpass.timeline.Subject;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Deals can be deleted and put back. */
@Component
class DealDeletable implements Deletable {
    @Override
    public Map<Subject.Kind, String> tables() {
        return Map.of(Subject.Kind.DEAL, "deals.deal");
    }
}
