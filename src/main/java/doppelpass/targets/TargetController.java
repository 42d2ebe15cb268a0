package doppelpass.targets;

import doppelpass.core.FiscalYear;
import doppelpass.identity.Me;
import doppelpass.identity.Organisation;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.kpi.Kpi;
import doppelpass.kpi.Kpis;
import doppelpass.kpi.Plans;
import doppelpass.web.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The year's plans: the grid everybody sees, and the sheet on which leadership and controlling plan one KPI. */
@Controller
class TargetController {
    private final Targets targets;
    private final Kpis kpis;
    private final Organisations organisations;
    private final Clock clock;

    TargetController(Targets targets, Kpis kpis, Organisations organisations, Clock clock) {
        this.targets = targets;
        this.kpis = kpis;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/targets")
    ModelAndView index(
            @RequestParam(defaultValue = "0") int year, @RequestParam(defaultValue = "") String show, @Me Person me) {
        FiscalYear asked = year(year);
        List<Kpi> all = targets.planned();
        var plans = targets.plans(all.stream().map(Kpi::code).toList(), asked.months());
        List<PlanRow> rows = all.stream()
                .map(kpi -> row(kpi, plans.getOrDefault(kpi.code(), Map.of()), asked))
                .filter(row -> !show.equals("planned") || !row.months().isEmpty())
                .toList();
        return new ModelAndView("targets/index")
                .addObject("rows", rows)
                .addObject("year", asked)
                .addObject("show", show)
                .addObject("may", me.roles().stream().anyMatch(List.of("leadership", "controlling")::contains));
    }

    @GetMapping("/targets/{code}")
    ModelAndView show(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String total,
            @RequestParam(defaultValue = "even") String weights,
            @Me Person me) {
        Kpi kpi = targets.get(code);
        FiscalYear asked = year(year);
        Map<YearMonth, BigDecimal> before = actual(code, asked.before());
        Map<YearMonth, BigDecimal> plan =
                targets.plans(List.of(code), asked.months()).getOrDefault(code, Map.of());
        Map<YearMonth, BigDecimal> shown = total.isBlank() ? plan : split(kpi, asked, total, weights, before, me);
        Map<YearMonth, String> typed = new TreeMap<>();
        shown.forEach((month, value) -> typed.put(month, write(value, kpi, me)));
        return new ModelAndView("targets/show")
                .addObject("row", row(kpi, shown, asked))
                .addObject("year", asked)
                .addObject("typed", typed)
                .addObject("before", before)
                .addObject("total", total)
                .addObject("weights", weights)
                .addObject("changing", !plan.isEmpty())
                .addObject("remarks", PlanChecks.remarks(kpi, asked.months(), shown, before, now()));
    }

    @PutMapping("/targets/{code}")
    String change(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> form,
            @Me Person me) {
        Kpi kpi = targets.get(code);
        FiscalYear asked = year(year);
        Map<YearMonth, BigDecimal> values = new HashMap<>();
        for (YearMonth month : asked.months()) {
            String text = form.getOrDefault("m" + month.getMonthValue(), "");
            if (!text.isBlank())
                values.put(
                        month,
                        PlanText.read(
                                text, kpi.unit(), locale(me), organisation().currency()));
        }
        targets.change(code, asked.year(), values, reason, me);
        return "redirect:/targets?year=" + asked.year();
    }

    private PlanRow row(Kpi kpi, Map<YearMonth, BigDecimal> months, FiscalYear year) {
        return new PlanRow(kpi, months, Plans.over(kpi, months, year.period()).orElse(null));
    }

    private Map<YearMonth, BigDecimal> split(
            Kpi kpi, FiscalYear year, String total, String weights, Map<YearMonth, BigDecimal> before, Person me) {
        BigDecimal value =
                PlanText.read(total, kpi.unit(), locale(me), organisation().currency());
        List<BigDecimal> chosen = switch (weights) {
            case "workdays" -> YearSplit.workdays(year.months(), organisation().calendar(null));
            case "lastYear" -> YearSplit.lastYear(year.months(), before);
            default -> YearSplit.even();
        };
        return YearSplit.split(kpi, year.months(), value, chosen);
    }

    private Map<YearMonth, BigDecimal> actual(String code, FiscalYear year) {
        Map<YearMonth, BigDecimal> actual = new TreeMap<>();
        kpis.series(List.of(code), year.months()).getOrDefault(code, List.of()).forEach(figure -> {
            BigDecimal value = figure.value();
            if (value != null) actual.put(YearMonth.from(figure.period().from()), value);
        });
        return actual;
    }

    /** The one asked for by the calendar year in which it starts, else the running one. */
    private FiscalYear year(int asked) {
        if (asked == 0) return organisation().fiscalYear(now());
        if (asked < 1990 || asked > 2200) throw Refusal.of("targets.error.year", Integer.toString(asked));
        return organisation().fiscalYear(asked);
    }

    private YearMonth now() {
        return YearMonth.from(clock.instant().atZone(organisation().zone()));
    }

    private String write(BigDecimal value, Kpi kpi, Person me) {
        return PlanText.write(value, kpi.unit(), locale(me), organisation().currency());
    }

    private Organisation organisation() {
        return organisations.get();
    }

    private Locale locale(Person me) {
        return Locale.forLanguageTag(me.language());
    }
}
