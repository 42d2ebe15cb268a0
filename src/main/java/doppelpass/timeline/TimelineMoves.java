package doppelpass.timeline;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Touchpoints and activities follow the record they are about. */
@Component
class TimelineMoves implements Moves {
    @Override
    public List<Reference> references() {
        return Stream.of("timeline.touchpoint", "timeline.activity")
                .flatMap(table -> Stream.of(
                        new Reference(Subject.Kind.CONTACT, table, "contact_id"),
                        new Reference(Subject.Kind.COMPANY, table, "company_id"),
                        new Reference(Subject.Kind.LEAD, table, "lead_id"),
                        new Reference(Subject.Kind.DEAL, table, "deal_id")))
                .toList();
    }
}
