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
 * that is zero; undefined in both it counts as 1. What a broken funnel does not carry stands beside the product as
 * {@link Driver#OUTSIDE_FUNNEL}.
 */
final class FunnelTree {
    private FunnelTree() {}

    static List<DriverTree<Driver>> terms(Funnel base, Funnel actual) {
        List<DriverTree<Driver>> factors = new ArrayList<>();
        for (Driver driver : Funnel.CHAIN) factors.add(leaf(driver, base.value(driver), actual.value(driver)));
        return withOutside(factors, base, actual);
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
        return withOutside(factors, base, actual);
    }

    private static Leaf<Driver> leaf(Driver driver, OptionalDouble base, OptionalDouble actual) {
        return new Leaf<>(driver, base.orElse(actual.orElse(1)), actual.orElse(base.orElse(1)));
    }

    private static List<DriverTree<Driver>> withOutside(List<DriverTree<Driver>> factors, Funnel base, Funnel actual) {
        List<DriverTree<Driver>> terms = new ArrayList<>();
        terms.add(new Product<>(factors));
        double before = outside(base);
        double after = outside(actual);
        if (before != 0 || after != 0) terms.add(new Leaf<>(Driver.OUTSIDE_FUNNEL, before, after));
        return terms;
    }

    private static double outside(Funnel funnel) {
        return funnel.connected() ? 0 : funnel.db1().minor();
    }
}
