package doppelpass.profit;

import doppelpass.core.FiscalYear;
import doppelpass.core.MalformedText;
import doppelpass.core.Period;
import doppelpass.identity.Organisations;
import doppelpass.kpi.LatestMonth;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What changed the profit: the driver tree and the bridge of a period. */
@Controller
class ProfitController {
    private final Profits profits;
    private final LatestMonth latest;
    private final Organisations organisations;
    private final Clock clock;

    ProfitController(Profits profits, LatestMonth latest, Organisations organisations, Clock clock) {
        this.profits = profits;
        this.latest = latest;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/profit")
    ModelAndView show(
            @RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "plan") String against) {
        YearMonth current =
                YearMonth.from(clock.instant().atZone(organisations.get().zone()));
        Period asked = period.isBlank() ? Period.month(current) : parsed(period);
        ProfitReport report = profits.report(asked, Comparison.of(against));
        return new ModelAndView("profit/show")
                .addObject("report", report)
                .addObject("latest", latest.insteadOf(asked).orElse(null))
                .addObject("tree", DriverRow.of(report))
                .addObject("periods", choices(current, asked));
    }

    private static Period parsed(String code) {
        try {
            return Period.parse(code);
        } catch (MalformedText e) {
            throw Refusal.of("profit.error.period", code);
        }
    }

    /** The last 24 months, 8 fiscal quarters and 4 fiscal years, and whatever is shown. */
    private List<String> choices(YearMonth current, Period shown) {
        FiscalYear year = organisations.get().fiscalYear(current);
        List<String> codes = new ArrayList<>();
        Stream.iterate(Period.month(current), Period::previous).limit(24).forEach(p -> codes.add(p.code()));
        Stream.iterate(year.quarter(current), Period::previous).limit(8).forEach(p -> codes.add(p.code()));
        Stream.iterate(year.period(), Period::previous).limit(4).forEach(p -> codes.add(p.code()));
        if (!codes.contains(shown.code())) {
            codes.addFirst(shown.code());
        }
        return codes;
    }
}
