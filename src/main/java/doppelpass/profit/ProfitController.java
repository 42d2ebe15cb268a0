package doppelpass.profit;

import doppelpass.core.MalformedText;
import doppelpass.core.Period;
import doppelpass.identity.Organisations;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What changed the profit: the driver tree and the bridge of a period. */
@Controller
class ProfitController {
    private final Profits profits;
    private final Organisations organisations;
    private final Clock clock;

    ProfitController(Profits profits, Organisations organisations, Clock clock) {
        this.profits = profits;
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

    /** The last 24 months, 8 quarters and 4 years, and whatever is shown. */
    private static List<String> choices(YearMonth current, Period shown) {
        List<String> codes = new java.util.ArrayList<>();
        IntStream.range(0, 24).forEach(i -> codes.add(current.minusMonths(i).toString()));
        YearMonth quarter = current;
        for (int i = 0; i < 8; i++) {
            codes.add(quarter.getYear() + "-Q" + ((quarter.getMonthValue() + 2) / 3));
            quarter = quarter.minusMonths(3);
        }
        IntStream.range(0, 4).forEach(i -> codes.add(Integer.toString(current.getYear() - i)));
        if (!codes.contains(shown.code())) {
            codes.addFirst(shown.code());
        }
        return codes;
    }
}
