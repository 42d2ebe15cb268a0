package doppelpass.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12500;1250000",
                "12.500;1250000",
                "12,500;1250000",
                "12.500,50;1250050",
                "12,500.5;1250050",
                "1.234.567,89;123456789",
                "12 500 €;1250000",
                "0,5;50",
                "12'500.00;1250000"
            })
    void peopleTypeMoneyTheirWay(String typed, long minor) {
        assertThat(Amount.minor(typed, EUR)).contains(minor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "much", "-5", "1.2.3", "1,2345", "12e3", "1234567890123"})
    void whatIsNoAmountIsRefused(String typed) {
        assertThat(Amount.minor(typed, EUR)).isEmpty();
    }

    @Test
    void aFieldShowsWhatItWouldReadAgain() {
        for (long minor : new long[] {0, 50, 100, 1_250_050, 1_250_000, 99}) {
            assertThat(Amount.minor(Amount.text(minor, EUR), EUR)).contains(minor);
        }
        assertThat(Amount.text(1_250_000, EUR)).isEqualTo("12500");
    }

    @Test
    void yenHaveNoSmallerUnit() {
        assertThat(Amount.minor("12,500", Currency.getInstance("JPY"))).contains(12_500L);
    }
}
