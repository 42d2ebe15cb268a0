package doppelpass.kpi;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.core.Period;
import doppelpass.core.TeamFunction;
import doppelpass.database.Seeing;
import doppelpass.identity.Organisations;
import doppelpass.identity.People;
import doppelpass.identity.Person;
import doppelpass.identity.Team;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Figures by their agreed definitions. */
@Component
public class Kpis {
    /** As often as this others may be first with a part of a question. */
    private static final int TRIES = 20;

    private final Definitions definitions;
    private final DefinitionTable table;
    private final FactTable facts;
    private final RollUps rollUps;
    private final Organisations organisations;
    private final People people;
    private final Clock clock;
    private final Seeing seeing;
    private final TransactionTemplate reading;

    Kpis(
            Definitions definitions,
            DefinitionTable table,
            FactTable facts,
            RollUps rollUps,
            Organisations organisations,
            People people,
            Clock clock,
            Seeing seeing,
            PlatformTransactionManager transactions) {
        this.definitions = definitions;
        this.table = table;
        this.facts = facts;
        this.rollUps = rollUps;
        this.organisations = organisations;
        this.people = people;
        this.clock = clock;
        this.seeing = seeing;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The definitions in force, in their order. */
    public List<Kpi> all() {
        return List.copyOf(definitions.inForce().values());
    }

    public Optional<Kpi> find(String code) {
        return Optional.ofNullable(definitions.inForce().get(code));
    }

    /** What a figure can be cut by. */
    public Set<String> dimensions(Kpi kpi) {
        return definitions.dimensions(kpi, definitions.inForce());
    }

    /** One figure; empty when no such definition is in force. */
    public Optional<Figure> figure(String code, Period period) {
        return figures(Question.of(code, period)).stream().findFirst();
    }

    /** Each KPI's figures month by month; the months follow one another. Every measure is read once. */
    public Map<String, List<Figure>> series(Collection<String> codes, List<YearMonth> months) {
        return figures(Question.months(codes, months)).stream()
                .collect(Collectors.groupingBy(Figure::code, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * The figures by KPI, then group, then period. KPIs that do not exist or lack the dimension are left out; without
     * facts there are no groups.
     */
    public List<Figure> figures(Question question) {
        boolean alone = !TransactionSynchronizationManager.isActualTransactionActive();
        for (int tries = 0; true; tries++) {
            boolean patient = alone && tries < TRIES;
            try {
                return Objects.requireNonNull(
                        reading.execute(status -> seeing.everything(() -> figures(question, rollUps.open(patient)))));
            } catch (RollUps.BeingWorkedOut others) {
                others.awaitEnd();
            }
        }
    }

    /** The same from given facts. */
    List<Figure> figures(Question question, PartSource source) {
        Map<String, Kpi> all = definitions.inForce();
        Grid grid = grid(question);
        Evaluation evaluation = new Evaluation(source, all);
        String dimension = question.dimension();
        return question.codes().stream()
                .map(all::get)
                .filter(kpi -> kpi != null
                        && (dimension == null
                                || definitions.dimensions(kpi, all).contains(dimension)))
                .flatMap(kpi -> figures(kpi, evaluation.of(kpi.formula(), grid), grid).stream())
                .toList();
    }

    /** The parts of a KPI that rest on facts of their own, references followed: each has a list of records. */
    List<Part> parts(Kpi kpi) {
        List<Part> parts = new ArrayList<>();
        collect(kpi.code(), kpi.formula(), definitions.inForce(), parts);
        return parts;
    }

    /** All facts a formula rests on, through whatever it is built on. */
    static List<Formula.Facts> asked(Formula formula, Map<String, Kpi> all) {
        List<Formula.Facts> asked = new ArrayList<>(formula.counted());
        for (String code : formula.references()) {
            Kpi kpi = all.get(code);
            if (kpi != null) asked.addAll(asked(kpi.formula(), all));
        }
        return asked;
    }

    /** A part's formula and the KPI it comes from. */
    record Part(String code, Formula formula) {}

    Page<FactRow> records(Part part, Question question, @Nullable String group, PageRequest request) {
        return facts.rows(part.formula(), grid(question), group, request);
    }

    /** A team's lead signs for the own team; nobody for the other. */
    @Transactional
    public void sign(String code, String function, Person person) {
        Kpi kpi = find(code).orElseThrow(Refusal::notFound);
        if (!Kpi.SIGNING.contains(function)) throw Refusal.notFound();
        if (person.function() != TeamFunction.of(function)) throw Refusal.forbidden("kpi.error.otherTeam");
        if (!person.leadsTeam()) throw Refusal.forbidden("kpi.error.notLead");
        table.sign(kpi.row().id(), function, person.id(), clock.instant());
    }

    private Grid grid(Question question) {
        return new Grid(
                question.periods(),
                organisations.get().zone(),
                question.dimension(),
                question.asKnownAt(),
                clock.instant());
    }

    private List<Figure> figures(Kpi kpi, Cells cells, Grid grid) {
        List<@Nullable String> groups = new ArrayList<>();
        if (grid.dimension() == null) {
            groups.add(null);
        } else {
            cells.filled().keySet().stream()
                    .map(Cells.Cell::group)
                    .distinct()
                    .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                    .forEach(groups::add);
        }
        List<Figure> figures = new ArrayList<>();
        for (String group : groups) {
            for (int place = 0; place < grid.periods().size(); place++) {
                Quantity quantity = grid.begun(place) ? cells.at(new Cells.Cell(place, group)) : Quantity.NONE;
                figures.add(figure(kpi, grid, place, group, quantity));
            }
        }
        return figures;
    }

    private Figure figure(Kpi kpi, Grid grid, int place, @Nullable String group, Quantity quantity) {
        Period period = grid.periods().get(place);
        Instant mature = period.to()
                .plusDays(kpi.row().maturityDays())
                .atStartOfDay(grid.zone())
                .toInstant();
        boolean immature = kpi.row().basis() == Basis.COHORT && mature.isAfter(grid.horizon());
        return new Figure(
                kpi.code(),
                period,
                named(grid.dimension(), group),
                kpi.unit(),
                quantity.value(),
                quantity.n(),
                quantity.hits(),
                immature);
    }

    private @Nullable String named(@Nullable String dimension, @Nullable String group) {
        if (group == null || !"team".equals(dimension)) return group;
        return people.teams().stream()
                .filter(team -> Long.toString(team.id()).equals(group))
                .map(Team::name)
                .findFirst()
                .orElse(group);
    }

    private static void collect(String code, Formula formula, Map<String, Kpi> all, List<Part> parts) {
        switch (formula) {
            case Formula.Reference reference -> {
                Kpi kpi = all.get(reference.code());
                if (kpi != null) collect(kpi.code(), kpi.formula(), all, parts);
            }
            case Formula.Constant constant -> {}
            case Formula.Calculation calculation -> calculation.terms().forEach(t -> collect(code, t, all, parts));
            case Formula.Lagged lagged -> collect(code, lagged.of(), all, parts);
            default -> parts.add(new Part(code, formula));
        }
    }
}
