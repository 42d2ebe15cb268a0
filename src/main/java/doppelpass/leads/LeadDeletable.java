package doppelpass.leads;

import doppelpass.bin.Deletable;
import doppelpass.timeline.Subject;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Leads can be deleted and put back. */
@Component
class LeadDeletable implements Deletable {
    @Override
    public Map<Subject.Kind, String> tables() {
        return Map.of(Subject.Kind.LEAD, "leads.lead");
    }
}
