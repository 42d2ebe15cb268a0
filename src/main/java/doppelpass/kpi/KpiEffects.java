package doppelpass.kpi;

import doppelpass.core.Period;
import doppelpass.glossary.BackTest;
import doppelpass.glossary.BackTestEffect;
import doppelpass.glossary.Effects;
import doppelpass.identity.Organisations;
import doppelpass.kpi.plug.TermFacts;
import doppelpass.kpi.plug.TermFacts.Change;
import doppelpass.kpi.plug.TermFacts.Replay;
import doppelpass.rules.Rule;
import doppelpass.web.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works the figures of the last twelve full months out as if a term had had another rule. */
@Component
class KpiEffects implements BackTestEffect {
    private static final int MONTHS = 12;

    private final Kpis kpis;
    private final FactTable facts;
    private final MeasureList measures;
    private final Organisations organisations;
    private final List<TermFacts> plugs;

    KpiEffects(Kpis kpis, FactTable facts, MeasureList measures, Organisations organisations, List<TermFacts> plugs) {
        this.kpis = kpis;
        this.facts = facts;
        this.measures = measures;
        this.organisations = organisations;
        this.plugs = plugs;
    }

    @Override
    public boolean untold(String term, Rule rule) {
        return plugs.stream().anyMatch(plug -> plug.term().equals(term) && !plug.covers(rule));
    }

    @Override
    public Optional<Effects> effects(String term, @Nullable Rule current, Rule proposed, Instant now) {
        return plugs.stream()
                .filter(plug -> plug.term().equals(term))
                .findFirst()
                .flatMap(plug -> effects(plug, current, proposed, now));
    }

    /** Empty if no KPI counts what the rule brings about. */
    private Optional<Effects> effects(TermFacts plug, @Nullable Rule current, Rule proposed, Instant now) {
        Map<String, Kpi> all = kpis.all().stream().collect(Collectors.toMap(Kpi::code, Function.identity()));
        Map<RuleChange.Touch, List<Kpi>> kinds = kpis.all().stream()
                .collect(Collectors.groupingBy(kpi -> RuleChange.touch(plug, Kpis.asked(kpi.formula(), all))));
        return kinds.getOrDefault(RuleChange.Touch.MADE, List.of()).stream()
                .filter(kpi -> kpi.unit() == Unit.COUNT)
                .findFirst()
                .map(counted -> effects(plug, current, proposed, now, kinds, counted));
    }

    private Effects effects(
            TermFacts plug,
            @Nullable Rule current,
            Rule proposed,
            Instant now,
            Map<RuleChange.Touch, List<Kpi>> kinds,
            Kpi counted) {
        ZoneId zone = organisations.get().zone();
        YearMonth first = YearMonth.from(now.atZone(zone)).minusMonths(MONTHS);
        List<YearMonth> months =
                IntStream.range(0, MONTHS).mapToObj(first::plusMonths).toList();
        Period whole = Period.months(first, MONTHS);
        Replay replay = plug.replay(current, proposed, whole.from(zone), now);
        Map<Long, Instant> happened = facts.first(
                plug.made(),
                plug.subject(),
                replay.changes().stream().map(Change::subject).toList());
        RuleChange change = RuleChange.of(plug, replay.changes(), happened);
        List<Effects.Effect> figures = new ArrayList<>();
        figures.addAll(compare(kinds, RuleChange.Touch.MADE, change.exact(), whole));
        figures.addAll(compare(kinds, RuleChange.Touch.ANSWERED, change.staying(), whole));
        return new Effects(
                replay.tried(),
                replay.all(),
                change.entering(whole, zone),
                change.leaving(whole, zone),
                change.moved(whole, zone),
                counted(counted, months, change.exact()),
                figures,
                links(kinds.getOrDefault(RuleChange.Touch.NONE, List.of())),
                links(kinds.getOrDefault(RuleChange.Touch.UNTOLD, List.of())));
    }

    private List<Effects.Effect> compare(
            Map<RuleChange.Touch, List<Kpi>> kinds, RuleChange.Touch touch, Supposed supposed, Period whole) {
        List<Kpi> touched = kinds.getOrDefault(touch, List.of());
        Question question = new Question(touched.stream().map(Kpi::code).toList(), List.of(whole), null, null);
        List<Figure> before = kpis.figures(question);
        List<Figure> after = kpis.figures(question, source(supposed));
        return IntStream.range(0, touched.size())
                .mapToObj(i -> effect(touched.get(i), before.get(i), after.get(i), touch == RuleChange.Touch.ANSWERED))
                .toList();
    }

    private PartSource source(Supposed supposed) {
        return facts.with(supposed.measures(measures))::cells;
    }

    private static Effects.Effect effect(Kpi kpi, Figure before, Figure after, boolean partly) {
        return new Effects.Effect(
                url(kpi), kpi.owner(), before.value(), after.value(), new Move(kpi, before, after), partly);
    }

    /** The change as a page shows it. */
    private record Move(Kpi kpi, Figure was, Figure would) implements Effects.Shown {
        @Override
        public String label() {
            return name(kpi);
        }

        @Override
        public String before() {
            return FigureWords.shown(was);
        }

        @Override
        public String after() {
            return FigureWords.shown(would);
        }

        @Override
        public String change() {
            return FigureWords.difference(would, was);
        }
    }

    private List<BackTest.Month> counted(Kpi kpi, List<YearMonth> months, Supposed supposed) {
        Question question = Question.months(List.of(kpi.code()), months);
        List<Figure> before = kpis.figures(question);
        List<Figure> after = kpis.figures(question, source(supposed));
        return IntStream.range(0, months.size())
                .mapToObj(i -> new BackTest.Month(months.get(i), count(before.get(i)), count(after.get(i))))
                .toList();
    }

    private static int count(Figure figure) {
        BigDecimal value = figure.value();
        return value == null ? 0 : value.intValue();
    }

    private static List<Effects.Link> links(List<Kpi> kpis) {
        return kpis.stream()
                .map(kpi -> new Effects.Link(url(kpi), () -> name(kpi)))
                .toList();
    }

    private static String url(Kpi kpi) {
        return "/kpis/" + kpi.code();
    }

    private static String name(Kpi kpi) {
        return kpi.name(Words.local().locale());
    }
}
