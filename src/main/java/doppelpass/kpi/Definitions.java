package doppelpass.kpi;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The definitions in force that can be worked out with the modules at hand. */
@Component
class Definitions {
    private final DefinitionTable table;
    private final MeasureList measures;
    private volatile Read last = new Read(List.of(), Map.of());

    /** Rows as read last and the KPIs made of them: formulas are parsed once. */
    private record Read(List<Kpi.Row> rows, Map<String, Kpi> kpis) {}

    Definitions(DefinitionTable table, MeasureList measures) {
        this.table = table;
        this.measures = measures;
    }

    /** By code, in their order; a KPI whose measures left with their module, or that goes in circles, is left out. */
    Map<String, Kpi> inForce() {
        List<Kpi.Row> rows = table.active();
        Read read = last;
        if (!read.rows().equals(rows)) {
            read = new Read(rows, usable(rows));
            last = read;
        }
        return read.kpis();
    }

    private Map<String, Kpi> usable(List<Kpi.Row> rows) {
        Map<String, Kpi> all = new LinkedHashMap<>();
        for (Kpi.Row row : rows) all.put(row.code(), new Kpi(row));
        Map<String, Kpi> usable = new LinkedHashMap<>(all);
        usable.keySet().removeIf(code -> !usable(code, all, new HashSet<>()));
        return Collections.unmodifiableMap(usable);
    }

    private boolean usable(String code, Map<String, Kpi> all, Set<String> above) {
        Kpi kpi = all.get(code);
        if (kpi == null || !above.add(code)) return false;
        boolean usable = kpi.formula().measures().stream().allMatch(measures::has)
                && kpi.formula().references().stream().allMatch(r -> usable(r, all, above));
        above.remove(code);
        return usable;
    }

    /** What the figure can be cut by: the dimensions that all its measures share. */
    Set<String> dimensions(Kpi kpi, Map<String, Kpi> all) {
        List<Set<String>> each = new java.util.ArrayList<>();
        collect(kpi.formula(), all, each);
        Set<String> shared = new TreeSet<>(each.isEmpty() ? Set.of() : each.getFirst());
        each.forEach(shared::retainAll);
        return shared;
    }

    private void collect(Formula formula, Map<String, Kpi> all, List<Set<String>> each) {
        switch (formula) {
            case Formula.Fold fold -> each.add(of(fold.facts().measure()));
            case Formula.Elapsed elapsed -> each.add(of(elapsed.facts().measure()));
            case Formula.Stock stock -> each.add(of(stock.measure()));
            case Formula.Conversion conversion -> each.add(of(conversion.from().measure()));
            case Formula.Reference reference ->
                collect(Objects.requireNonNull(all.get(reference.code())).formula(), all, each);
            case Formula.Calculation calculation -> calculation.terms().forEach(t -> collect(t, all, each));
            case Formula.Lagged lagged -> collect(lagged.of(), all, each);
            case Formula.Constant constant -> {}
        }
    }

    private Set<String> of(String measure) {
        return measures.get(measure).dimensions().keySet();
    }
}
