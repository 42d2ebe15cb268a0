package doppelpass.forecast;

import doppelpass.lists.plug.Column;
import doppelpass.lists.plug.Listing;
import doppelpass.lists.plug.MoreColumns;
import doppelpass.lists.plug.Shape;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** The chance from the own history, in lists of deals. */
@Component
class ForecastColumn implements MoreColumns {
    private final Clock clock;

    ForecastColumn(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Column> of(Listing listing) {
        return listing.subject().equals("deal")
                ? List.of(Column.of(
                        "chance", "forecast.chance", new Shape.Number(), ForecastTable.percent(clock.instant())))
                : List.of();
    }
}
