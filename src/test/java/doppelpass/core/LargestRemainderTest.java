package doppelpass.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {
    @Test
    void splits750MqlsByShareAndTheTieGoesToTheFirst() {
        assertThat(LargestRemainder.split(750, weights("45", "30", "25"))).containsExactly(338L, 225L, 187L);
    }

    @Test
    void splits72WinsOverFivePeopleWhoAreNotAllUpToSpeed() {
        assertThat(LargestRemainder.split(72, weights("1", "1", "1", ".75", ".5")))
                .containsExactly(17L, 17L, 17L, 13L, 8L);
    }

    @Test
    void splitsAThousandLeadsOverTheYearBySeason() {
        assertThat(LargestRemainder.split(
                        1000, weights("7", "8", "10", "9", "8", "8", "6", "5", "10", "11", "11", "7")))
                .containsExactly(70L, 80L, 100L, 90L, 80L, 80L, 60L, 50L, 100L, 110L, 110L, 70L);
    }

    @Test
    void aNegativeTotalIsTheMirrorImage() {
        assertThat(LargestRemainder.split(-750, weights("45", "30", "25"))).containsExactly(-338L, -225L, -187L);
    }

    @Test
    void aWeightOfZeroGetsNothing() {
        assertThat(LargestRemainder.split(1, weights("0", "1"))).containsExactly(0L, 1L);
        assertThat(LargestRemainder.split(0, weights("2", "1"))).containsExactly(0L, 0L);
    }

    @Test
    void theLargestTotalsSplitExactly() {
        assertThat(LargestRemainder.split(Long.MAX_VALUE, weights("1", "1")))
                .containsExactly(Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE / 2);
    }

    @Test
    void noWeightOrANegativeOneIsRefused() {
        assertThatThrownBy(() -> LargestRemainder.split(5, List.of())).hasMessageContaining("No weight above zero");
        assertThatThrownBy(() -> LargestRemainder.split(5, weights("0", "0"))).hasMessageContaining("No weight above");
        assertThatThrownBy(() -> LargestRemainder.split(5, weights("2", "-1"))).hasMessage("Weight below zero: -1");
    }

    @Test
    void partsAlwaysAddUpAndStayWithinOneOfTheirQuota() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            long total = random.nextLong(1_000_000);
            List<BigDecimal> weights = Stream.generate(
                            () -> BigDecimal.valueOf(random.nextInt(1000), random.nextInt(3)))
                    .limit(1 + random.nextInt(12))
                    .toList();
            BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.signum() == 0) continue;
            List<Long> parts = LargestRemainder.split(total, weights);
            assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(total);
            for (int i = 0; i < parts.size(); i++) {
                double quota = weights.get(i)
                        .multiply(BigDecimal.valueOf(total))
                        .divide(sum, MathContext.DECIMAL128)
                        .doubleValue();
                assertThat(parts.get(i).doubleValue()).isBetween(Math.floor(quota - 1e-6), Math.ceil(quota + 1e-6));
            }
        }
    }

    @Test
    void figuresOfEitherSignRoundToTheirSum() {
        assertThat(LargestRemainder.round(List.of(58.6, 13.4, -46.0, -31.0), -5))
                .containsExactly(59L, 13L, -46L, -31L);
        assertThat(LargestRemainder.round(List.of(0.4, 0.4, 0.2), 1)).containsExactly(1L, 0L, 0L);
        assertThat(LargestRemainder.round(List.of(-0.4, -0.4, -0.2), -1)).containsExactly(0L, -1L, 0L);
        assertThat(LargestRemainder.round(List.of(), 0)).isEmpty();
    }

    @Test
    void roundingNeverMovesAFigureByAWholeUnit() {
        Random random = new Random(9);
        for (int round = 0; round < 2_000; round++) {
            List<Double> figures = random.doubles(1 + random.nextInt(9), -1000, 1000)
                    .boxed()
                    .collect(Collectors.toCollection(ArrayList::new));
            double sum = figures.stream().mapToDouble(Double::doubleValue).sum();
            figures.add(Math.rint(sum) - sum);
            List<Long> rounded = LargestRemainder.round(figures, (long) Math.rint(sum));
            assertThat(rounded.stream().mapToLong(Long::longValue).sum()).isEqualTo((long) Math.rint(sum));
            for (int i = 0; i < figures.size(); i++) {
                assertThat(Math.abs(rounded.get(i) - figures.get(i))).isLessThan(1);
            }
        }
    }

    @Test
    void whatInexactArithmeticMissesIsSpreadEvenly() {
        assertThat(LargestRemainder.round(List.of(1.0, 2.0, 3.5), 11)).containsExactly(3L, 3L, 5L);
        assertThat(LargestRemainder.round(List.of(1.0, 2.0), -3)).containsExactly(-2L, -1L);
    }

    @Test
    void whatIsNoFigureCannotBeRounded() {
        assertThatThrownBy(() -> LargestRemainder.round(List.of(Double.NaN), 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> LargestRemainder.round(List.of(1e19), 1)).hasMessageContaining("1.0E19");
        assertThatThrownBy(() -> LargestRemainder.round(List.of(), 1)).hasMessage("Nothing to add up to 1");
    }

    private static List<BigDecimal> weights(String... weights) {
        return Stream.of(weights).map(BigDecimal::new).toList();
    }
}
