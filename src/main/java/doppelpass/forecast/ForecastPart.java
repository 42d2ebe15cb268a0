package doppelpass.forecast;

import doppelpass.deals.Deal;
import doppelpass.deals.Deals;
import doppelpass.identity.Person;
import doppelpass.records.RecordPart;
import doppelpass.timeline.Subject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The chance of an open deal by the own history, beside it. */
@Component
class ForecastPart implements RecordPart {
    private final Forecasts forecasts;
    private final Deals deals;
    private final Clock clock;

    ForecastPart(Forecasts forecasts, Deals deals, Clock clock) {
        this.forecasts = forecasts;
        this.deals = deals;
        this.clock = clock;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        if (record.kind() != Subject.Kind.DEAL || !forecasts.open()) return List.of();
        return deals.find(record.id()).filter(Deal::open).stream()
                .flatMap(deal -> part(deal).stream())
                .toList();
    }

    private List<Part> part(Deal deal) {
        long days = Duration.between(deal.stageSince(), clock.instant()).toDays();
        int band = Chance.band(days);
        return forecasts.chances().stream()
                .filter(c -> c.stageId() == deal.stage().id() && c.fromDay() == band)
                .map(c -> new Part(
                        Place.SIDE,
                        5,
                        "forecast/part",
                        Map.of("chance", c, "stage", deal.stage().name(), "weighted", c.weighted(deal.amountMinor()))))
                .toList();
    }
}
