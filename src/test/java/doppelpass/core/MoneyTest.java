package doppelpass.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");

    @Test
    void anAmountIsKeptInTheSmallestUnitOfItsCurrency() {
        assertThat(eur("12.34").minor()).isEqualTo(1234);
        assertThat(Money.of(new BigDecimal("12"), JPY).minor()).isEqualTo(12);
        assertThat(eur("12.3").amount()).isEqualTo(new BigDecimal("12.30"));
        assertThat(Money.of(new BigDecimal("12"), JPY).amount()).isEqualTo(new BigDecimal("12"));
    }

    @Test
    void halfACentGoesToTheEvenNeighbour() {
        assertThat(eur("0.125")).isEqualTo(eur("0.12"));
        assertThat(eur("0.135")).isEqualTo(eur("0.14"));
        assertThat(eur("-0.125")).isEqualTo(eur("-0.12"));
        assertThat(eur("0.05").times(new BigDecimal("0.5"))).isEqualTo(eur("0.02"));
        assertThat(eur("0.07").times(new BigDecimal("0.5"))).isEqualTo(eur("0.04"));
    }

    @Test
    void addsSubtractsAndTurnsRound() {
        assertThat(eur("10.00").plus(eur("2.50"))).isEqualTo(eur("12.50"));
        assertThat(eur("10.00").minus(eur("12.50"))).isEqualTo(eur("-2.50"));
        assertThat(eur("2.50").negated()).isEqualTo(eur("-2.50"));
        assertThat(eur("-0.01").isNegative()).isTrue();
        assertThat(Money.zero(EUR).isZero()).isTrue();
        assertThat(Money.zero(EUR).isNegative()).isFalse();
    }

    @Test
    void sumsAStreamAlsoAnEmptyOneAndInParallel() {
        assertThat(Stream.of(eur("1.10"), eur("2.20")).collect(Money.sum(EUR))).isEqualTo(eur("3.30"));
        assertThat(Stream.<Money>empty().collect(Money.sum(JPY))).isEqualTo(Money.zero(JPY));
        assertThat(Stream.generate(() -> eur("0.01")).limit(10_000).parallel().collect(Money.sum(EUR)))
                .isEqualTo(eur("100.00"));
    }

    @Test
    void differentCurrenciesNeverMix() {
        Money euros = eur("1.00");
        Money yen = Money.of(BigDecimal.ONE, JPY);
        assertThatThrownBy(() -> euros.plus(yen)).hasMessage("Different currencies: 1.00 EUR and 1 JPY");
        assertThatThrownBy(() -> euros.minus(yen)).hasMessageContaining("Different currencies");
        assertThatThrownBy(() -> euros.compareTo(yen)).hasMessageContaining("Different currencies");
        assertThatThrownBy(() -> Stream.of(euros).collect(Money.sum(JPY))).hasMessageContaining("Different currencies");
    }

    @Test
    void ordersByAmount() {
        assertThat(Stream.of(eur("3"), eur("-1"), eur("2")).sorted()).containsExactly(eur("-1"), eur("2"), eur("3"));
    }

    @Test
    void overflowIsAnErrorNotANegativeFortune() {
        Money most = new Money(Long.MAX_VALUE, EUR);
        assertThatThrownBy(() -> most.plus(eur("0.01"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(BigDecimal.TEN)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(Long.MIN_VALUE, EUR).negated()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aCurrencyWithoutASmallestUnitIsRefused() {
        assertThatThrownBy(() -> Money.zero(Currency.getInstance("XAU"))).hasMessage("XAU has no smallest unit");
    }

    private static Money eur(String amount) {
        return Money.of(new BigDecimal(amount), EUR);
    }
}
