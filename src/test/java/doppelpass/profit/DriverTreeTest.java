package doppelpass.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import doppelpass.profit.DriverTree.Leaf;
import doppelpass.profit.DriverTree.Product;
import doppelpass.profit.DriverTree.Sum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DriverTreeTest {
    /** Two channels of leads, converted at a rate, less a cost. */
    @Test
    void aSumInsideAProductPassesItsEffectOnToItsTerms() {
        DriverTree<String> tree = new Sum<>(
                List.of(new Product<>(List.of(
                        new Sum<>(List.of(leaf("search", 600, 500), leaf("event", 400, 700)), List.of()),
                        leaf("rate", .05, .04)))),
                List.of(leaf("cost", 10, 12)));
        // Λ(48, 50) = 2/ln(50/48) and Λ(1200, 1000) = 200/ln 1.2
        double mean = 2 / Math.log(50 / 48.0);
        double leadMean = 200 / Math.log(1.2);
        Map<String, Double> effects = tree.effects();
        assertThat(effects.get("search")).isCloseTo(mean / leadMean * -100, within(1e-9));
        assertThat(effects.get("event")).isCloseTo(mean / leadMean * 300, within(1e-9));
        assertThat(sum(effects)).isCloseTo(36 - 40, within(1e-9));
        assertThat(effects.get("rate")).isCloseTo(mean * Math.log(.8), within(1e-9));
        assertThat(effects.get("cost")).isEqualTo(-2);
        assertThat(tree.needsShapley()).isFalse();
    }

    @Test
    void aShiftInsideASumThatDidNotChangeIsStillSeen() {
        DriverTree<String> tree = new Product<>(List.of(
                new Sum<>(List.of(leaf("search", 600, 500), leaf("event", 400, 500)), List.of()),
                leaf("rate", .05, .05)));
        assertThat(tree.effects().get("search")).isCloseTo(-5, within(1e-12));
        assertThat(tree.effects().get("event")).isCloseTo(5, within(1e-12));
        assertThat(tree.effects().get("rate")).isZero();
    }

    @Test
    void aProductWithAZeroOrANegativeFactorIsSplitByShapley() {
        DriverTree<String> lost = new Product<>(List.of(leaf("a", 20, 25), leaf("b", 10, 0)));
        assertThat(lost.needsShapley()).isTrue();
        assertThat(lost.effects().get("a")).isCloseTo(25, within(1e-12)); // half of 5·10
        assertThat(lost.effects().get("b")).isCloseTo(-225, within(1e-12));

        DriverTree<String> negative = new Product<>(List.of(leaf("a", 20, 25), leaf("b", 10, -2)));
        assertThat(negative.effects().get("a")).isCloseTo(20, within(1e-12)); // mean of 50 and −10
        assertThat(negative.effects().get("b")).isCloseTo(-270, within(1e-12)); // mean of −240 and −300
    }

    @Test
    void shapleyBelowLmdiStillAddsUp() {
        DriverTree<String> tree = new Product<>(List.of(
                new Sum<>(
                        List.of(
                                new Product<>(List.of(leaf("a", 3, 0), leaf("b", 2, 5))),
                                new Product<>(List.of(leaf("c", 3, 4), leaf("d", 2, 5)))),
                        List.of()),
                leaf("e", 7, 8)));
        assertThat(tree.needsShapley()).isTrue();
        assertThat(sum(tree.effects())).isCloseTo(20 * 8 - 12 * 7, within(1e-9));
        assertThat(tree.effects().get("a")).isNegative();
    }

    @Test
    void leavesOfOneKeyAddTheirEffects() {
        DriverTree<String> tree = new Sum<>(List.of(leaf("x", 1, 4), leaf("x", 1, 4)), List.of(leaf("x", 1, 2)));
        assertThat(tree.effects()).containsExactly(Map.entry("x", 5.0));
    }

    /** Two equal leaves are two players: a·a from 2 to 3. */
    @Test
    void equalLeavesAreNotTheSameLeaf() {
        DriverTree<String> tree = new Product<>(List.of(leaf("x", -2, 3), leaf("x", -2, 3)));
        assertThat(tree.effects().get("x")).isCloseTo(5, within(1e-12));
    }

    @Test
    void effectsAddUpFlipWithTimeAndDoNotDependOnOrder() {
        Random random = new Random(4);
        for (int round = 0; round < 1_000; round++) {
            DriverTree<String> tree = tree(random, 3, round % 2 == 0);
            Map<String, Double> effects = tree.effects();
            double size = Math.abs(tree.base()) + Math.abs(tree.actual()) + 1e4;
            assertThat(sum(effects)).isCloseTo(tree.actual() - tree.base(), within(1e-10 * size));
            Map<String, Double> back = changed(tree, true, false).effects();
            Map<String, Double> mixed = changed(tree, false, true).effects();
            effects.forEach((key, effect) -> {
                assertThat(back.get(key)).isCloseTo(-effect, within(1e-10 * size));
                assertThat(mixed.get(key)).isCloseTo(effect, within(1e-10 * size));
            });
        }
    }

    @Test
    void aLeafIsANumber() {
        assertThatThrownBy(() -> leaf("x", 1, Double.NaN)).hasMessage("x is not a number: 1.0 to NaN");
    }

    private static DriverTree<String> leaf(String key, double base, double actual) {
        return new Leaf<>(key, base, actual);
    }

    private static double sum(Map<String, Double> effects) {
        return effects.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static DriverTree<String> tree(Random random, int depth, boolean positive) {
        if (depth == 0 || random.nextInt(4) == 0) {
            double low = positive ? 0.1 : -1;
            return leaf(
                    "k" + random.nextInt(6), random.nextDouble(low, 3), random.nextInt(9) * 0.5 + (positive ? 1 : 0));
        }
        List<DriverTree<String>> parts = Stream.generate(() -> tree(random, depth - 1, positive))
                .limit(1 + random.nextInt(2))
                .toList();
        if (random.nextBoolean()) return new Product<>(parts);
        return new Sum<>(parts, random.nextInt(3) == 0 ? List.of(tree(random, 0, positive)) : List.of());
    }

    private static DriverTree<String> changed(DriverTree<String> tree, boolean reversed, boolean mixed) {
        return switch (tree) {
            case Leaf<String>(String key, double base, double actual) ->
                reversed ? leaf(key, actual, base) : leaf(key, base, actual);
            case Product<String>(List<DriverTree<String>> factors) -> new Product<>(changed(factors, reversed, mixed));
            case Sum<String>(List<DriverTree<String>> plus, List<DriverTree<String>> minus) ->
                new Sum<>(changed(plus, reversed, mixed), changed(minus, reversed, mixed));
        };
    }

    private static List<DriverTree<String>> changed(List<DriverTree<String>> parts, boolean reversed, boolean mixed) {
        List<DriverTree<String>> changed = new ArrayList<>();
        parts.forEach(part -> changed.add(changed(part, reversed, mixed)));
        if (mixed) Collections.reverse(changed);
        return changed;
    }
}
