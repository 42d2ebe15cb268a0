package doppelpass.deals;

import doppelpass.identity.Person;
import doppelpass.records.RecordPart;
import doppelpass.timeline.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The buying center beside a deal, and the parts people played beside their company. */
@Component
class BuyingCenterPart implements RecordPart {
    private final BuyingCenters centers;
    private final Clock clock;

    BuyingCenterPart(BuyingCenters centers, Clock clock) {
        this.centers = centers;
        this.clock = clock;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        return switch (record.kind()) {
            case DEAL ->
                List.of(new Part(Place.SIDE, 10, "deals/buying-center", model(centers, record.id(), clock.instant())));
            case COMPANY -> company(centers.ofCompany(record.id()));
            default -> List.of();
        };
    }

    private static List<Part> company(List<Participant> people) {
        return people.isEmpty()
                ? List.of()
                : List.of(new Part(Place.SIDE, 10, "deals/buying-people", Map.of("people", people)));
    }

    static Map<String, Object> model(BuyingCenters centers, long deal, Instant now) {
        return Map.of("deal", deal, "center", centers.of(deal), "candidates", centers.candidates(deal), "now", now);
    }
}
