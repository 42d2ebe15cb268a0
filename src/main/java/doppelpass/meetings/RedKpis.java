package doppelpass.meetings;

import doppelpass.core.Wilson;
import doppelpass.identity.Organisations;
import doppelpass.kpi.Figure;
import doppelpass.kpi.Kpi;
import doppelpass.kpi.Kpis;
import doppelpass.kpi.Light;
import doppelpass.kpi.plug.Plan;
import doppelpass.meetings.plug.AgendaSource;
import doppelpass.meetings.plug.Fact;
import doppelpass.meetings.plug.Occasion;
import doppelpass.meetings.plug.Text;
import doppelpass.meetings.plug.Topic;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A1: a KPI whose last judgeable month is red, or amber twice running; noise and young cohorts are no topic. */
@Component
class RedKpis implements AgendaSource {
    private static final int MONTHS = 6;
    private static final int DAYS_OF_A_MONTH = 30;
    private static final int MINUTES = 5;
    private static final Set<String> OWNERS = Set.of("marketing", "sales", "service", "controlling", "leadership");

    private final Kpis kpis;
    private final ObjectProvider<Plan> plan;
    private final Organisations organisations;

    RedKpis(Kpis kpis, ObjectProvider<Plan> plan, Organisations organisations) {
        this.organisations = organisations;
        this.kpis = kpis;
        this.plan = plan;
    }

    /** A KPI's months that can be judged, the last one first. */
    private record Judged(
            Figure figure, Light light, @Nullable BigDecimal plan) {}

    @Override
    public List<Topic> topics(Occasion occasion) {
        YearMonth last = YearMonth.from(occasion.today()).minusMonths(1);
        List<YearMonth> months = new ArrayList<>();
        for (int i = MONTHS - 1; i >= 0; i--) months.add(last.minusMonths(i));
        List<Kpi> all = kpis.all();
        List<String> codes = all.stream().map(Kpi::code).toList();
        Map<String, Map<YearMonth, BigDecimal>> plans = new HashMap<>();
        plan.orderedStream().forEach(p -> plans.putAll(p.plans(codes, months)));
        List<String> planned = all.stream()
                .filter(kpi -> plans.containsKey(kpi.code()) || kpi.row().bandLow() != null)
                .map(Kpi::code)
                .toList();
        if (planned.isEmpty()) return List.of();
        Map<String, List<Figure>> series = kpis.series(planned, months);
        return all.stream()
                .flatMap(kpi -> topic(
                        kpi,
                        judged(
                                kpi,
                                series.getOrDefault(kpi.code(), List.of()),
                                months,
                                plans.getOrDefault(kpi.code(), Map.of())))
                        .stream())
                .toList();
    }

    private static List<Judged> judged(
            Kpi kpi, List<Figure> figures, List<YearMonth> months, Map<YearMonth, BigDecimal> plan) {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            BigDecimal target = plan.get(months.get(i));
            Light light = Light.of(kpi.row(), figures.get(i), target);
            if (light != Light.GREY) judged.add(new Judged(figures.get(i), light, target));
        }
        return judged.reversed();
    }

    private Optional<Topic> topic(Kpi kpi, List<Judged> judged) {
        if (judged.isEmpty()) return Optional.empty();
        int red = running(judged, Light.RED);
        int amber = running(judged, Light.AMBER);
        if (red == 0 && amber < 2) return Optional.empty();
        int since = Math.max(red, amber);
        return Optional.of(new Topic(
                "A1",
                "kpi-" + kpi.code(),
                Text.of(
                        red > 0 ? "meetings.A1.red" : "meetings.A1.amber",
                        kpi.name(Locale.GERMAN),
                        kpi.name(Locale.ENGLISH)),
                Text.of(red > 0 ? "meetings.A1.red.since" : "meetings.A1.amber.since", since),
                red > 0 ? Topic.Tone.BAD : Topic.Tone.WATCH,
                OWNERS.contains(kpi.owner()) ? kpi.owner() : "both",
                MINUTES,
                0,
                red > 0 ? 3 : 2,
                (long) (since - 1) * DAYS_OF_A_MONTH,
                "/kpis/" + kpi.code(),
                facts(kpi, judged.getFirst(), organisations.get().currency())));
    }

    private static int running(List<Judged> judged, Light light) {
        int months = 0;
        while (months < judged.size() && judged.get(months).light() == light) months++;
        return months;
    }

    private static List<Fact> facts(Kpi kpi, Judged last, Currency currency) {
        List<Fact> facts = new ArrayList<>();
        Text interval = last.figure()
                .interval()
                .map((Wilson w) -> Text.of(
                        "meetings.A1.interval",
                        w.low() * 100,
                        w.high() * 100,
                        last.figure().n()))
                .orElse(Text.NONE);
        facts.add(
                new Fact(Text.of("meetings.A1.actual"), value(kpi, last.figure().value(), currency), interval));
        if (last.plan() != null)
            facts.add(new Fact(Text.of("meetings.A1.plan"), value(kpi, last.plan(), currency), Text.NONE));
        return facts;
    }

    /** Shares are kept from 0 to 1, money in minor units. */
    private static Text value(Kpi kpi, @Nullable BigDecimal value, Currency currency) {
        if (value == null) return Text.plain("–");
        double figure = value.doubleValue();
        return switch (kpi.unit()) {
            case PERCENT -> Text.of("meetings.value.percent", figure * 100);
            case MONEY ->
                Text.of(
                        "meetings.value.money",
                        figure / Math.pow(10, currency.getDefaultFractionDigits()),
                        currency.getCurrencyCode());
            case COUNT -> Text.of("meetings.number", figure);
            case DAYS -> Text.of("meetings.value.days", figure);
            case HOURS -> Text.of("meetings.value.hours", figure);
            case RATIO -> Text.of("meetings.value.ratio", figure);
        };
    }
}
