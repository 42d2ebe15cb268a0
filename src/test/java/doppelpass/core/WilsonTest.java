package doppelpass.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonTest {
    @Test
    void aWinRateOf44In182MayStillBeAQuarter() {
        Wilson interval = Wilson.interval(44, 182);
        assertThat(interval.low()).isCloseTo(0.185, within(5e-4));
        assertThat(interval.high()).isCloseTo(0.309, within(5e-4));
        assertThat(interval.contains(0.25)).isTrue();
    }

    @Test
    void anAcceptanceOf325In500IsNotThreeQuarters() {
        Wilson interval = Wilson.interval(325, 500);
        assertThat(interval.low()).isCloseTo(0.607, within(5e-4));
        assertThat(interval.high()).isCloseTo(0.691, within(5e-4));
        assertThat(interval.contains(0.75)).isFalse();
    }

    /** The bounds are the shares p at which the observation lies z standard errors away: (h/n − p)² = z²·p(1 − p)/n. */
    @Test
    void theBoundsSolveTheScoreEquation() {
        for (long n = 1; n <= 60; n++) {
            for (long hits = 0; hits <= n; hits++) {
                Wilson interval = Wilson.interval(hits, n);
                for (double p : new double[] {interval.low(), interval.high()}) {
                    double distance = (double) hits / n - p;
                    assertThat(distance * distance).isCloseTo(1.96 * 1.96 * p * (1 - p) / n, within(1e-12));
                }
                assertThat(interval.contains((double) hits / n)).isTrue();
                assertThat(interval.low()).isBetween(0.0, 1.0);
                assertThat(interval.high()).isBetween(interval.low(), 1.0);
            }
        }
    }

    @Test
    void nothingObservedMeansNothingKnown() {
        assertThat(Wilson.interval(0, 0)).isEqualTo(new Wilson(0, 1));
    }

    @Test
    void moreHitsThanTriesIsNoShare() {
        assertThatThrownBy(() -> Wilson.interval(3, 2)).hasMessage("3 hits of 2 is not a share");
        assertThatThrownBy(() -> Wilson.interval(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
