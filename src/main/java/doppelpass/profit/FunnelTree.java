package doppelpass.profit;

import doppelpass.profit.DriverTree.Leaf;
import doppelpass.profit.DriverTree.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Turns two funnels into a tree whose value is DB I in minor units.
 *
 * <p>A rate that is undefined in one state keeps its value of the other, so its effect is zero and falls to the stage
 * that is zero; undefined in both it counts as 1. Beside the product stand what a broken funnel does not carry, as
 * {@link Driver#OUTSIDE_FUNNEL}, and what was won in one period and posted in another, as {@link Driver#TIMING}.
 */
final class FunnelTree {
    private FunnelTree() {}

    static List<DriverTree<Driver>> terms(Funnel base, Funnel actual) {
        List<DriverTree<Driver>> factors = new ArrayList<>();
        for (Driver driver : Funnel.CHAIN) factors.add(leaf(driver, base.value(driver), actual.value(driver)));
        return withRest(factors, base, actual);
    }

    /** The same for one of several segments: its leads are all leads times its share of them. */
    static List<DriverTree<Driver>> segmentTerms(Funnel base, Funnel actual, Funnel baseTotal, Funnel actualTotal) {
        List<DriverTree<Driver>> factors = new ArrayList<>();
        factors.add(new Leaf<>(Driver.LEADS, baseTotal.leads(), actualTotal.leads()));
        factors.add(new Leaf<>(
                Driver.MIX, (double) base.leads() / baseTotal.leads(), (double) actual.leads() / actualTotal.leads()));
        for (Driver driver : Funnel.CHAIN.subList(1, Funnel.CHAIN.size())) {
            factors.add(leaf(driver, base.value(driver), actual.value(driver)));
        }
        return withRest(factors, base, actual);
    }

    private static Leaf<Driver> leaf(Driver driver, OptionalDouble base, OptionalDouble actual) {
        return new Leaf<>(driver, base.orElse(actual.orElse(1)), actual.orElse(base.orElse(1)));
    }

    private static List<DriverTree<Driver>> withRest(List<DriverTree<Driver>> factors, Funnel base, Funnel actual) {
        List<DriverTree<Driver>> terms = new ArrayList<>();
        terms.add(new Product<>(factors));
        Leaf<Driver> ratio = leaf(Driver.DB1_RATIO, base.value(Driver.DB1_RATIO), actual.value(Driver.DB1_RATIO));
        addUnlessZero(terms, Driver.OUTSIDE_FUNNEL, outside(base, ratio.base()), outside(actual, ratio.actual()));
        addUnlessZero(terms, Driver.TIMING, base.timing(ratio.base()), actual.timing(ratio.actual()));
        return terms;
    }

    private static void addUnlessZero(List<DriverTree<Driver>> terms, Driver driver, double before, double after) {
        if (before != 0 || after != 0) terms.add(new Leaf<>(driver, before, after));
    }

    private static double outside(Funnel funnel, double db1Ratio) {
        if (funnel.connected()) return 0;
        return funnel.timing(db1Ratio) == 0
                ? funnel.db1().minor()
                : funnel.bookings().minor() * db1Ratio;
    }
}
