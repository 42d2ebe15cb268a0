package doppelpass.forecast;

import static doppelpassdb.forecast.Tables.FIRST_FACT;

import doppelpass.kpi.plug.Measure;
import doppelpass.kpi.plug.Measures;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was expected of each month on its first Monday, as {@link Forecasts} froze it: deals won by then and open ones by their chance. */
@Component
class ForecastMeasures implements Measures {
    @Override
    public List<Measure> measures() {
        return List.of(Measure.at("forecast.first", FIRST_FACT)
                .reads(
                        "forecast.snapshot",
                        "forecast.entry",
                        "deals.event",
                        "deals.deal",
                        "deals.stage",
                        "identity.organisation.zone")
                .about("deal", FIRST_FACT.DEAL_ID)
                .value("amount", FIRST_FACT.AMOUNT_MINOR)
                .by("kind", FIRST_FACT.KIND)
                .by("team", FIRST_FACT.TEAM, "deals.deal.origin")
                .link("/deals/{id}"));
    }
}
