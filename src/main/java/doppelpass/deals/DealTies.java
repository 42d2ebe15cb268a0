package doppelpass.deals;

import doppelpass.timeline.About;
import doppelpass.timeline.Subject;
import doppelpass.timeline.Ties;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A deal names its lead, contact and company; their histories hold what it went through, and its own what its lead did. */
@Component
class DealTies implements Ties {
    private final DealTable table;

    DealTies(DealTable table) {
        this.table = table;
    }

    @Override
    public Optional<About> about(Subject record) {
        return record.kind() == Subject.Kind.DEAL ? table.find(record.id()).map(Deal::about) : Optional.empty();
    }

    @Override
    public List<Subject> told(Subject page, int most) {
        return switch (page.kind()) {
            case CONTACT, COMPANY, LEAD ->
                table.latest(page, most).stream().map(Subject::deal).toList();
            case DEAL ->
                about(page).map(About::leadId).map(Subject::lead).stream().toList();
            case CAMPAIGN -> List.of();
        };
    }
}
