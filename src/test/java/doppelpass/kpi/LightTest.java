package doppelpass.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import doppelpass.core.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The worked examples of the colour rule, and its edges. */
class LightTest {

    @Test
    void aMissedShareInsideItsIntervalIsNoiseNotRed() {
        assertThat(share(44, 182, "0.25")).isEqualTo(Light.NOISE);
    }

    @Test
    void aMissedShareOutsideItsIntervalIsRed() {
        assertThat(share(325, 500, "0.75")).isEqualTo(Light.RED);
    }

    @Test
    void fewCasesInsideTheIntervalStayGrey() {
        assertThat(share(2, 10, "0.25")).isEqualTo(Light.GREY);
        assertThat(share(0, 25, "0.9")).as("few but outside").isEqualTo(Light.RED);
    }

    @Test
    void aReachedShareIsGreenHoweverFewTheCases() {
        assertThat(share(3, 10, "0.25")).isEqualTo(Light.GREEN);
    }

    @Test
    void anAmountIsAmberFromNinetyFivePercentOfPlan() {
        assertThat(amount(Direction.HIGHER, "1000", "1000")).isEqualTo(Light.GREEN);
        assertThat(amount(Direction.HIGHER, "950", "1000")).isEqualTo(Light.AMBER);
        assertThat(amount(Direction.HIGHER, "949", "1000")).isEqualTo(Light.RED);
    }

    @Test
    void whereLowerIsBetterTheRuleIsMirrored() {
        assertThat(amount(Direction.LOWER, "1000", "1000")).isEqualTo(Light.GREEN);
        assertThat(amount(Direction.LOWER, "1050", "1000")).isEqualTo(Light.AMBER);
        assertThat(amount(Direction.LOWER, "1051", "1000")).isEqualTo(Light.RED);
    }

    @Test
    void aPlanBelowZeroIsMissedDownwards() {
        assertThat(amount(Direction.HIGHER, "-100", "-100")).isEqualTo(Light.GREEN);
        assertThat(amount(Direction.HIGHER, "-104", "-100")).isEqualTo(Light.AMBER);
        assertThat(amount(Direction.HIGHER, "-200", "-100")).isEqualTo(Light.RED);
    }

    @Test
    void aBandNeedsNoPlan() {
        assertThat(light(row(Direction.BAND, Unit.PERCENT), figure(80L, 100, "0.8", false), null))
                .isEqualTo(Light.GREEN);
        assertThat(light(row(Direction.BAND, Unit.PERCENT), figure(100L, 100, "1", false), null))
                .isEqualTo(Light.RED);
    }

    @Test
    void immatureUndefinedAndUnplannedFiguresHaveNoColour() {
        Kpi.Row row = row(Direction.HIGHER, Unit.PERCENT);
        assertThat(light(row, figure(1L, 100, "0.01", true), new BigDecimal("0.5")))
                .isEqualTo(Light.GREY);
        assertThat(light(row, figure(null, 0, null, false), new BigDecimal("0.5")))
                .isEqualTo(Light.GREY);
        assertThat(light(row, figure(1L, 100, "0.01", false), null)).isEqualTo(Light.GREY);
    }

    private static Light share(long hits, long n, String plan) {
        String value = Double.toString((double) hits / n);
        return light(row(Direction.HIGHER, Unit.PERCENT), figure(hits, n, value, false), new BigDecimal(plan));
    }

    private static Light amount(Direction direction, String value, String plan) {
        return light(row(direction, Unit.MONEY), figure(null, 5, value, false), new BigDecimal(plan));
    }

    private static Light light(Kpi.Row row, Figure figure, @Nullable BigDecimal plan) {
        return Light.of(row, figure, plan);
    }

    private static Figure figure(@Nullable Long hits, long n, @Nullable String value, boolean immature) {
        return new Figure(
                "K99",
                Period.year(2026),
                null,
                Unit.PERCENT,
                value == null ? null : new BigDecimal(value),
                n,
                hits,
                immature);
    }

    private static Kpi.Row row(Direction direction, Unit unit) {
        return new Kpi.Row(
                1,
                "K99",
                1,
                "{\"count\":\"x\"}",
                Map.of(),
                Map.of(),
                Map.of(),
                Basis.FLOW,
                0,
                30,
                unit,
                direction,
                new BigDecimal("0.7"),
                new BigDecimal("0.9"),
                "both",
                LocalDate.of(2026, 1, 1),
                null,
                List.of());
    }
}
