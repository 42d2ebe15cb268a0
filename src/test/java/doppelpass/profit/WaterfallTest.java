package doppelpass.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import doppelpass.core.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class WaterfallTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    /** The worked example: plan 124,000, actual 102,000. */
    private static ProfitBridge bridge() {
        return ProfitBridge.between(
                drivers(1000, 400, 300, 180, 45, 540_000, "0.60", 90_000, 110_000),
                drivers(1200, 500, 325, 182, 44, 550_000, "0.58", 105_000, 112_000));
    }

    private static Drivers drivers(
            long leads,
            long mqls,
            long sals,
            long sqls,
            long wins,
            long revenue,
            String ratio,
            long marketing,
            long sales) {
        return new Drivers(
                Funnel.ofRatio(leads, mqls, sals, sqls, wins, euro(revenue), new BigDecimal(ratio)),
                euro(marketing),
                euro(sales));
    }

    private static Money euro(long euros) {
        return new Money(euros * 100, EUR);
    }

    @Test
    void eachStepStartsWhereTheOneBeforeEnded() {
        Waterfall waterfall = Waterfall.of(bridge());
        for (int i = 1; i < waterfall.bars().size() - 1; i++) {
            Waterfall.Bar bar = waterfall.bars().get(i);
            double start = waterfall.bars().get(i - 1).endY();
            double top = Math.min(start, bar.endY());
            assertThat(bar.y()).as(bar.key()).isCloseTo(top, within(0.001));
        }
        Waterfall.Bar last = waterfall.bars().getLast();
        assertThat(last.y())
                .isCloseTo(waterfall.bars().get(waterfall.bars().size() - 2).endY(), within(0.001));
    }

    @Test
    void theTotalsAreThoseOfTheWorkedExample() {
        Waterfall waterfall = Waterfall.of(bridge());
        assertThat(waterfall.bars().getFirst().minor()).isEqualTo(12_400_000);
        assertThat(waterfall.bars().getLast().minor()).isEqualTo(10_200_000);
        assertThat(waterfall.bars().stream()
                        .filter(b -> !b.total())
                        .mapToLong(Waterfall.Bar::minor)
                        .sum())
                .isEqualTo(-2_200_000);
        assertThat(waterfall.bars())
                .filteredOn(b -> b.key().equals("mql_to_sal"))
                .singleElement()
                .satisfies(b -> assertThat(b.minor()).isBetween(-4_600_601L, -4_600_598L))
                .satisfies(b -> assertThat(b.owner()).isEqualTo("both"));
    }

    @Test
    void aLossReachesBelowTheZeroLineAndEverythingStaysInThePicture() {
        ProfitBridge loss = ProfitBridge.between(
                drivers(100, 40, 30, 18, 4, 10_000, "0.5", 90_000, 10_000),
                drivers(100, 40, 30, 18, 4, 10_000, "0.5", 10_000, 10_000));
        Waterfall waterfall = Waterfall.of(loss);
        assertThat(waterfall.bars().getFirst().y()).isCloseTo(waterfall.zeroY(), within(0.001));
        assertThat(waterfall.bars()).allSatisfy(bar -> {
            assertThat(bar.y()).isBetween(0.0, (double) Waterfall.HEIGHT);
            assertThat(bar.y() + bar.height()).isLessThanOrEqualTo(Waterfall.HEIGHT);
            assertThat(bar.share()).isBetween(0.0, 1.0);
        });
    }
}
