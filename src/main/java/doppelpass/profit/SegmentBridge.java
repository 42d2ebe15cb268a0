package doppelpass.profit;

import doppelpass.core.Money;
import doppelpass.profit.Driver.Kind;
import doppelpass.profit.DriverTree.Leaf;
import doppelpass.profit.DriverTree.Sum;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The way from a base DB I to the actual one through segments (channels, ICP classes, products): volume, mix, conversion,
 * size and margin. Separates a shift towards weaker segments from weaker work, which a bridge of the totals confuses. A
 * segment with leads in one state only goes whole to {@link Driver#NEW_OR_DROPPED}. Each segment's steps add up to its
 * change to the cent, so rows, columns and total do as well.
 */
public record SegmentBridge(Money base, Money actual, List<Cell> cells, Method method) {
    /** What one driver contributed in one segment. */
    public record Cell(String segment, Driver driver, Money effect) {}

    public SegmentBridge {
        cells = List.copyOf(cells);
        Money sum = cells.stream().map(Cell::effect).collect(Money.sum(base.currency()));
        if (!base.plus(sum).equals(actual)) {
            throw new IllegalArgumentException("Cells of " + sum + " do not lead from " + base + " to " + actual);
        }
    }

    /** Funnels by segment; at least one, all in one currency. */
    public static SegmentBridge between(Map<String, Funnel> base, Map<String, Funnel> actual) {
        Currency currency = Stream.concat(base.values().stream(), actual.values().stream())
                .map(funnel -> funnel.db1().currency())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A segment bridge needs a segment"));
        Funnel nothing = new Funnel(0, 0, 0, 0, 0, Money.zero(currency), Money.zero(currency));
        Funnel baseTotal = base.values().stream().reduce(nothing, Funnel::plus);
        Funnel actualTotal = actual.values().stream().reduce(nothing, Funnel::plus);

        TreeSet<String> segments = new TreeSet<>(base.keySet());
        segments.addAll(actual.keySet());
        List<Cell> cells = new ArrayList<>();
        Method method = Method.LMDI;
        for (String segment : segments) {
            Funnel before = base.getOrDefault(segment, nothing);
            Funnel after = actual.getOrDefault(segment, nothing);
            DriverTree<Driver> tree = tree(before, after, baseTotal, actualTotal);
            Money change = after.db1().minus(before.db1());
            ProfitBridge.steps(tree.effects(), change)
                    .forEach(step -> cells.add(new Cell(segment, step.driver(), step.effect())));
            if (tree.needsShapley()) method = Method.SHAPLEY;
        }
        return new SegmentBridge(baseTotal.db1(), actualTotal.db1(), cells, method);
    }

    public Money change() {
        return actual.minus(base);
    }

    public Money effect(Driver driver) {
        return sum(cell -> cell.driver() == driver);
    }

    public Money effect(Kind kind) {
        return sum(cell -> cell.driver().kind() == kind);
    }

    public Money effect(String segment) {
        return sum(cell -> cell.segment().equals(segment));
    }

    private Money sum(Predicate<Cell> condition) {
        return cells.stream().filter(condition).map(Cell::effect).collect(Money.sum(base.currency()));
    }

    private static DriverTree<Driver> tree(Funnel before, Funnel after, Funnel baseTotal, Funnel actualTotal) {
        boolean was = before.leads() > 0;
        boolean is = after.leads() > 0;
        if (was && is) return new Sum<>(FunnelTree.segmentTerms(before, after, baseTotal, actualTotal), List.of());
        Driver bucket = was || is ? Driver.NEW_OR_DROPPED : Driver.OUTSIDE_FUNNEL;
        return new Leaf<>(bucket, before.db1().minor(), after.db1().minor());
    }
}
