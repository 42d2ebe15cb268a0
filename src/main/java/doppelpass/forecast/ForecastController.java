package doppelpass.forecast;

import doppelpass.deals.Pipeline;
import doppelpass.deals.Pipelines;
import doppelpass.forecast.views.StageChances;
import doppelpass.identity.Me;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.targets.Targets;
import doppelpass.web.Asked;
import doppelpass.web.Chart;
import doppelpass.web.Choice;
import doppelpass.web.Messages;
import doppelpass.web.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the forecast: months ahead, how one month was expected week by week, how good that was, where chances come from. */
@Controller
class ForecastController {
    private static final int AHEAD = 6;
    private static final String BOOKINGS = "K03";

    private final Forecasts forecasts;
    private final Pipelines pipelines;
    private final People people;
    private final Targets targets;
    private final Organisations organisations;
    private final Clock clock;

    ForecastController(
            Forecasts forecasts,
            Pipelines pipelines,
            People people,
            Targets targets,
            Organisations organisations,
            Clock clock) {
        this.forecasts = forecasts;
        this.pipelines = pipelines;
        this.people = people;
        this.targets = targets;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/forecast")
    ModelAndView index(@Me Person me, @RequestParam Map<String, String> sent) {
        if (!forecasts.open()) throw Refusal.forbidden("forecast.error.closed");
        Asked asked = new Asked(sent);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone());
        YearMonth running = YearMonth.from(today);
        List<YearMonth> ahead = Stream.iterate(running, month -> month.plusMonths(1))
                .limit(AHEAD)
                .toList();
        boolean limited = forecasts.limited();
        boolean whole = !limited && Stream.of("owner", "team", "pipeline").allMatch(key -> asked.number(key) == null);
        Outlook outlook = new Outlook(forecasts.worthNow(), wanted(asked));
        Map<YearMonth, BigDecimal> plan =
                whole ? targets.plans(List.of(BOOKINGS), ahead).getOrDefault(BOOKINGS, Map.of()) : Map.of();
        ModelAndView page = new ModelAndView("forecast/index")
                .addObject("asked", asked)
                .addObject("whole", whole)
                .addObject("limited", limited)
                .addObject("months", outlook.months(running, AHEAD, today, whole ? forecasts.won() : Map.of(), plan))
                .addObject("overdue", outlook.overdue(today))
                .addObject("undated", outlook.undated())
                .addObject("accuracy", forecasts.accuracy())
                .addObject("stages", stages())
                .addObject("countedAt", forecasts.countedAt().orElse(null));
        choices(page);
        return chosen(page, asked, running, Locale.forLanguageTag(me.language()));
    }

    private void choices(ModelAndView page) {
        List<Choice> owners = people.all().stream()
                .filter(Person::active)
                .map(p -> new Choice("" + p.id(), p.name()))
                .toList();
        List<Choice> teams = people.teams().stream()
                .map(t -> new Choice("" + t.id(), t.name()))
                .toList();
        List<Choice> ways = pipelines.all().stream()
                .map(p -> new Choice("" + p.id(), p.name()))
                .toList();
        page.addObject("owners", owners).addObject("teams", teams).addObject("pipelines", ways);
    }

    private ModelAndView chosen(ModelAndView page, Asked asked, YearMonth running, Locale locale) {
        YearMonth chosen = month(asked.text("month"), running);
        List<YearMonth> choosable = Stream.iterate(running.minusMonths(11), m -> m.plusMonths(1))
                .limit(11 + AHEAD)
                .toList();
        return page.addObject("chosen", chosen)
                .addObject("choosable", choosable)
                .addObject("chart", chart(chosen, locale));
    }

    private List<StageChances> stages() {
        List<Chance> all = forecasts.chances();
        return pipelines.all().stream()
                .flatMap((Pipeline pipeline) -> pipeline.openStages().stream()
                        .map(stage -> new StageChances(
                                pipeline.name(),
                                stage.name(),
                                all.stream()
                                        .filter(c -> c.stageId() == stage.id())
                                        .toList())))
                .filter(stage -> !stage.chances().isEmpty())
                .toList();
    }

    /** What each week expected for the month; nothing where no snapshot did. */
    private @Nullable Chart chart(YearMonth month, Locale locale) {
        List<Frozen> frozen = forecasts.frozen(month);
        if (frozen.isEmpty()) return null;
        int digits = organisations.get().currency().getDefaultFractionDigits();
        String title = Messages.text(locale, "forecast.moved");
        List<@Nullable Double> values = frozen.stream()
                .<@Nullable Double>map(
                        f -> BigDecimal.valueOf(f.expectedMinor(), digits).doubleValue())
                .toList();
        List<String> days = frozen.stream()
                .map(f -> LocalDate.ofInstant(f.dueAt(), zone())
                        + (f.late() ? " " + Messages.text(locale, "forecast.late") : ""))
                .toList();
        return new Chart(title, "line", "m", "", 0, days, List.of(new Chart.Series(title, "sales", values)));
    }

    private static Predicate<OpenDeal> wanted(Asked asked) {
        return deal -> fits(asked.number("owner"), deal.ownerId())
                && fits(asked.number("team"), deal.teamId())
                && fits(asked.number("pipeline"), deal.pipelineId());
    }

    private static boolean fits(@Nullable Long wanted, @Nullable Long value) {
        return wanted == null || Objects.equals(wanted, value);
    }

    private static YearMonth month(String typed, YearMonth usual) {
        try {
            return typed.isEmpty() ? usual : YearMonth.parse(typed);
        } catch (DateTimeParseException nonsense) {
            return usual;
        }
    }

    private ZoneId zone() {
        return organisations.get().zone();
    }
}
