package doppelpass.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class AmountTextTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void amountsAreReadAsTheReadersLanguageWritesThem() {
        assertThat(AmountText.parse("1.234,56", "de", EUR)).contains(123_456L);
        assertThat(AmountText.parse("1,234.56", "en", EUR)).contains(123_456L);
        assertThat(AmountText.parse("1.234", "de", EUR)).contains(123_400L);
        assertThat(AmountText.parse("1,234", "en", EUR)).contains(123_400L);
        assertThat(AmountText.parse("12 500", "de", EUR)).contains(1_250_000L);
        assertThat(AmountText.parse("−3,5", "de", EUR)).contains(-350L);
    }

    @Test
    void aPointBeforeTwoDigitsIsNeverAGroup() {
        assertThat(AmountText.parse("12.50", "de", EUR)).contains(1_250L);
        assertThat(AmountText.parse("12,50", "en", EUR)).contains(1_250L);
    }

    @Test
    void whatIsNoAmountIsNotGuessed() {
        for (String text : new String[] {"", "ten", "1.2.3", "1,2345", "12.3456,1", "1e5", "--1"}) {
            assertThat(AmountText.parse(text, "de", EUR)).as(text).isEmpty();
        }
        assertThat(AmountText.parse("10,5", "de", Currency.getInstance("JPY"))).isEmpty();
        assertThat(AmountText.parse("1.000", "de", Currency.getInstance("JPY"))).contains(1000L);
    }

    @Test
    void aFieldHoldsWhatCanBeReadBack() {
        assertThat(AmountText.format(123_456, "de", EUR)).isEqualTo("1234,56");
        assertThat(AmountText.format(-5, "en", EUR)).isEqualTo("-0.05");
    }
}
