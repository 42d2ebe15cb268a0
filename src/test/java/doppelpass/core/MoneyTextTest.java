package doppelpass.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTextTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.234,50; 123450",
                "1,234.50; 123450",
                "1.234; 123400",
                "12,5; 1250",
                "12.50; 1250",
                "89 066 200; 8906620000",
                "-80 €; -8000",
                "−80; -8000",
                "0; 0",
                "1.234.567,89; 123456789",
                "12500 EUR; 1250000",
                "12,500.5; 1250050",
                "12 500 €; 1250000",
                "0,5; 50",
                "12'500.00; 1250000"
            })
    void amountsAreReadAsPeopleTypeThem(String text, long minor) {
        assertThat(MoneyText.minor(text, EUR)).contains(minor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "1.2.3", "12,34,56", "1e5", "--5", "1,2345", "1234567890123", "1234567890123456"})
    void whatIsNoAmountIsNotGuessed(String text) {
        assertThat(MoneyText.minor(text, EUR)).isEmpty();
    }

    @Test
    void aPriceIsNotBelowZero() {
        assertThat(MoneyText.unsigned("-5", EUR)).isEmpty();
        assertThat(MoneyText.unsigned("12.500,50", EUR)).contains(1_250_050L);
    }

    @Test
    void yenHaveNoSmallerUnit() {
        assertThat(MoneyText.minor("12,500", Currency.getInstance("JPY"))).contains(12_500L);
    }

    @Test
    void whatAFormShowsIsReadBackTheSame() {
        Random random = new Random(11);
        for (int i = 0; i < 1000; i++) {
            long minor = random.nextLong(-100_000_000_000L, 100_000_000_000L);
            assertThat(MoneyText.minor(MoneyText.text(minor, EUR), EUR)).contains(minor);
        }
        assertThat(MoneyText.text(1_250_000, EUR)).isEqualTo("12500");
        assertThat(MoneyText.text(50, EUR)).isEqualTo("0.50");
    }
}
