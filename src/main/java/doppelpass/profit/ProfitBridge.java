package doppelpass.profit;

import doppelpass.core.LargestRemainder;
import doppelpass.core.Money;
import doppelpass.profit.Driver.Owner;
import doppelpass.profit.DriverTree.Leaf;
import doppelpass.profit.DriverTree.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The way from a base profit contribution (plan, last year) to the actual one, a step per driver. The steps add up to the
 * change to the cent: each is rounded up or down to a whole minor unit so that they do.
 */
public record ProfitBridge(Money base, Money actual, List<Step> steps, Method method) {
    /** What one driver contributed; a rise of cost is negative. */
    public record Step(Driver driver, Money effect) {
        public Owner owner() {
            return driver.owner();
        }
    }

    public ProfitBridge {
        steps = List.copyOf(steps);
        Money sum = steps.stream().map(Step::effect).collect(Money.sum(base.currency()));
        if (!base.plus(sum).equals(actual)) {
            throw new IllegalArgumentException("Steps of " + sum + " do not lead from " + base + " to " + actual);
        }
    }

    public static ProfitBridge between(Drivers base, Drivers actual) {
        DriverTree<Driver> tree = new Sum<>(
                FunnelTree.terms(base.funnel(), actual.funnel()),
                List.of(
                        cost(Driver.MARKETING_COST, base.marketingCost(), actual.marketingCost()),
                        cost(Driver.SALES_COST, base.salesCost(), actual.salesCost())));
        Money change = actual.profit().minus(base.profit());
        return new ProfitBridge(base.profit(), actual.profit(), steps(tree.effects(), change), Method.of(tree));
    }

    public Money change() {
        return actual.minus(base);
    }

    /** Zero for a driver without a step. */
    public Money effect(Driver driver) {
        return steps.stream()
                .filter(step -> step.driver() == driver)
                .map(Step::effect)
                .collect(Money.sum(base.currency()));
    }

    /** All a team answers for, its cost included. */
    public Money effect(Owner owner) {
        return steps.stream()
                .filter(step -> step.owner() == owner)
                .map(Step::effect)
                .collect(Money.sum(base.currency()));
    }

    /** Effects in minor units as steps that add up to the change. */
    static List<Step> steps(Map<Driver, Double> effects, Money change) {
        List<Long> minor = LargestRemainder.round(List.copyOf(effects.values()), change.minor());
        List<Step> steps = new ArrayList<>();
        for (Driver driver : effects.keySet()) {
            steps.add(new Step(driver, new Money(minor.get(steps.size()), change.currency())));
        }
        return steps;
    }

    private static Leaf<Driver> cost(Driver driver, Money base, Money actual) {
        return new Leaf<>(driver, base.minor(), actual.minor());
    }
}
