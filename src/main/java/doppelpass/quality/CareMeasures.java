package doppelpass.quality;

import static doppelpassdb.quality.Tables.RESULT_FACT;
import static doppelpassdb.timeline.Tables.CAPTURE_FACT;

import doppelpass.kpi.plug.Measure;
import doppelpass.kpi.plug.Measures;
import java.util.List;
import org.springframework.stereotype.Component;

/** What data quality contributes to KPIs: the daily results of checks, and how long it took to write down what was done. */
@Component
class CareMeasures implements Measures {
    @Override
    public List<Measure> measures() {
        return List.of(
                Measure.at("quality.results", RESULT_FACT)
                        .reads("quality.snapshot")
                        .about("result", RESULT_FACT.ID)
                        .value("found", RESULT_FACT.FOUND)
                        .value("examined", RESULT_FACT.EXAMINED)
                        .value("sound", RESULT_FACT.SOUND)
                        .by("kind", RESULT_FACT.KIND)
                        .by("module", RESULT_FACT.MODULE)
                        .by("check", RESULT_FACT.CHECK_KEY)
                        .link("/data-care/results/{id}"),
                Measure.at("timeline.captures", CAPTURE_FACT)
                        .reads("timeline.activity")
                        .value("lag-days", CAPTURE_FACT.LAG_DAYS)
                        .by("kind", CAPTURE_FACT.KIND));
    }
}
