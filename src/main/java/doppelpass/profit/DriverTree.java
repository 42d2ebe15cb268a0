package doppelpass.profit;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A figure made of drivers by multiplication, addition and subtraction, in a base state (plan, last year) and the actual
 * one. {@link #effects()} says how much each driver contributed to the change.
 *
 * <p>A product of positive values is split by LMDI: each factor passes on Λ(V1, V0)/Λ(x1, x0) times its own change, which
 * a factor that is a sum passes on to its terms (well defined even where the sum did not change). A product with a value
 * that is zero or negative is split by Shapley over all its leaves, at most twelve. A sum passes on plain differences.
 * Numbers are doubles: effects add up to within 1e-12 of the largest value, so money below 10^14 minor units is good to
 * the cent; the bridges round to sums that are exact.
 */
sealed interface DriverTree<K> {
    /** The value with those leaves at their actual values that the condition picks, the others at base. */
    double value(Predicate<Leaf<K>> atActual);

    Stream<Leaf<K>> leaves();

    /** Adds {@code weight} times the effects of this node's leaves to {@code effects}. */
    void addEffects(double weight, Map<K, Double> effects);

    /** Whether some product below cannot be split by LMDI. */
    boolean needsShapley();

    record Leaf<K>(K key, double base, double actual) implements DriverTree<K> {
        public Leaf {
            if (!Double.isFinite(base) || !Double.isFinite(actual)) {
                throw new IllegalArgumentException(key + " is not a number: " + base + " to " + actual);
            }
        }

        @Override
        public double value(Predicate<Leaf<K>> atActual) {
            return atActual.test(this) ? actual : base;
        }

        @Override
        public Stream<Leaf<K>> leaves() {
            return Stream.of(this);
        }

        @Override
        public void addEffects(double weight, Map<K, Double> effects) {
            effects.merge(key, weight * (actual - base), Double::sum);
        }

        @Override
        public boolean needsShapley() {
            return false;
        }
    }

    record Product<K>(List<DriverTree<K>> factors) implements DriverTree<K> {
        @Override
        public double value(Predicate<Leaf<K>> atActual) {
            double product = 1;
            for (DriverTree<K> factor : factors) product *= factor.value(atActual);
            return product;
        }

        @Override
        public Stream<Leaf<K>> leaves() {
            return factors.stream().flatMap(DriverTree::leaves);
        }

        @Override
        public void addEffects(double weight, Map<K, Double> effects) {
            if (allPositive()) {
                double mean = Lmdi.logMean(actual(), base());
                for (DriverTree<K> factor : factors) {
                    factor.addEffects(weight * mean / Lmdi.logMean(factor.actual(), factor.base()), effects);
                }
            } else {
                addShapley(weight, effects);
            }
        }

        @Override
        public boolean needsShapley() {
            return !allPositive() || factors.stream().anyMatch(DriverTree::needsShapley);
        }

        private boolean allPositive() {
            return Stream.concat(Stream.of(this), factors.stream())
                    .allMatch(node -> Lmdi.positive(node.base()) && Lmdi.positive(node.actual()));
        }

        private void addShapley(double weight, Map<K, Double> effects) {
            List<Leaf<K>> players = leaves().toList();
            double[] values = Shapley.values(players.size(), set -> {
                // by identity: two leaves may be equal and are two players all the same
                Set<Leaf<K>> joined = Collections.newSetFromMap(new IdentityHashMap<>());
                for (int i = 0; i < players.size(); i++) if ((set >> i & 1) == 1) joined.add(players.get(i));
                return value(joined::contains);
            });
            for (int i = 0; i < values.length; i++) effects.merge(players.get(i).key, weight * values[i], Double::sum);
        }
    }

    record Sum<K>(List<DriverTree<K>> plus, List<DriverTree<K>> minus) implements DriverTree<K> {
        @Override
        public double value(Predicate<Leaf<K>> atActual) {
            double sum = 0;
            for (DriverTree<K> term : plus) sum += term.value(atActual);
            for (DriverTree<K> term : minus) sum -= term.value(atActual);
            return sum;
        }

        @Override
        public Stream<Leaf<K>> leaves() {
            return Stream.concat(plus.stream(), minus.stream()).flatMap(DriverTree::leaves);
        }

        @Override
        public void addEffects(double weight, Map<K, Double> effects) {
            plus.forEach(term -> term.addEffects(weight, effects));
            minus.forEach(term -> term.addEffects(-weight, effects));
        }

        @Override
        public boolean needsShapley() {
            return Stream.concat(plus.stream(), minus.stream()).anyMatch(DriverTree::needsShapley);
        }
    }

    default double base() {
        return value(leaf -> false);
    }

    default double actual() {
        return value(leaf -> true);
    }

    /** What each driver contributed to actual − base; the effects of leaves with the same key are added. */
    default Map<K, Double> effects() {
        Map<K, Double> effects = new LinkedHashMap<>();
        addEffects(1, effects);
        return effects;
    }
}
