package doppelpass.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LmdiTest {
    private static final double CENT = 0.005;

    @Test
    void theLogarithmicMeanOfTheWorkedExamples() {
        assertThat(Lmdi.logMean(319_000, 324_000)).isCloseTo(321_493.519854, within(1e-6));
        assertThat(Lmdi.logMean(350, 200)).isCloseTo(268.0410, within(5e-5));
        assertThat(Lmdi.logMean(7, 7)).isEqualTo(7);
    }

    @Test
    void theLogarithmicMeanLiesBetweenTheGeometricAndTheArithmetic() {
        Random random = new Random(1);
        for (int round = 0; round < 5_000; round++) {
            double a = Math.exp(random.nextDouble(-20, 20));
            double b = random.nextBoolean()
                    ? Math.exp(random.nextDouble(-20, 20))
                    : a * (1 + random.nextGaussian() * 1e-9);
            double mean = Lmdi.logMean(a, b);
            assertThat(mean).isBetween(Math.sqrt(a * b) * (1 - 1e-14), (a + b) / 2 * (1 + 1e-14));
            assertThat(Lmdi.logMean(b, a)).isCloseTo(mean, within(mean * 1e-14));
        }
    }

    /** Plan 20 pieces at 10, actual 25 at 14; a case of a lecture on variance analysis at Ruhr-Universität Bochum. */
    @Test
    void splitsTheLecturesQuantityAndPrice() {
        double[] effects = Lmdi.effects(new double[] {20, 10}, new double[] {25, 14});
        assertThat(effects[0]).isCloseTo(59.8116, within(5e-5));
        assertThat(effects[1]).isCloseTo(90.1884, within(5e-5));
    }

    @Test
    void splitsTheWorkedExampleToTheCent() {
        double[] effects = Lmdi.effects(
                new double[] {1000, .40, .75, .60, .25, 12_000, .60},
                new double[] {1200, 500 / 1200.0, .65, .56, 44 / 182.0, 12_500, .58});
        assertThat(effects)
                .containsExactly(
                        new double[] {58_615.20, 13_124.01, -46_005.99, -22_180.76, -10_777.33, 13_124.01, -10_899.13},
                        within(CENT));
    }

    @Test
    void nothingChangedMeansNoEffect() {
        assertThat(Lmdi.effects(new double[] {3, 4}, new double[] {3, 4})).containsExactly(0, 0);
    }

    @Test
    void zeroAndBelowAreRefused() {
        assertThatThrownBy(() -> Lmdi.logMean(0, 1)).hasMessageContaining("positive values: 0.0, 1.0");
        assertThatThrownBy(() -> Lmdi.logMean(1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Lmdi.logMean(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Lmdi.effects(new double[] {3, 0}, new double[] {3, 4}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
