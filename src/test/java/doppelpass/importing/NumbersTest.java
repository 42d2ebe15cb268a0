package doppelpass.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$342.09K | 342090",
                "$1,117.10K | 1117100",
                "$22,700.00 | 22700",
                "1.234,56 € | 1234.56",
                "EUR 1.234.567,8 | 1234567.8",
                "-12,5 | -12.5",
                "(1,200.50) | -1200.50",
                "1,5 Mio | 1500000",
                "2 Tsd. | 2000",
                "1E+3 | 1000",
                "1'234.50 | 1234.50",
                "12 345,6 | 12345.6",
                "0.125 | 0.125",
                "1234.5 | 1234.5",
                "−7 | -7",
                "$-0.27 | -0.27",
                "12,34,567.00 | 1234567",
                "$21,042 | 21042"
            })
    void amountsAreReadAsTheyAreWritten(String text, BigDecimal value) {
        assertThat(Numbers.read(text, Numbers.Style.POINT).orElseThrow().value())
                .isEqualByComparingTo(value);
    }

    @Test
    void onlyWhatCanBeReadInTwoWaysDependsOnTheStyle() {
        assertThat(Numbers.read("1.234", Numbers.Style.COMMA).orElseThrow().value())
                .isEqualByComparingTo("1234");
        assertThat(Numbers.read("1.234", Numbers.Style.POINT).orElseThrow().value())
                .isEqualByComparingTo("1.234");
        assertThat(Numbers.read("1,234", Numbers.Style.COMMA).orElseThrow().value())
                .isEqualByComparingTo("1.234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "1.2.3,4,5",
                "12a",
                "1..2",
                "31.02.2021",
                "2021-04-15",
                "--1",
                "$",
                "1,2,3.4.5",
                "(12",
                "K"
            })
    void whatIsNoNumberIsRefused(String text) {
        assertThat(Numbers.read(text, Numbers.Style.POINT)).isEmpty();
    }

    @Test
    void theCurrencyBesideTheAmountIsRecognised() {
        assertThat(Numbers.read("$1", Numbers.Style.POINT).orElseThrow().currency())
                .isEqualTo("USD");
        assertThat(Numbers.read("1 €", Numbers.Style.POINT).orElseThrow().currency())
                .isEqualTo("EUR");
        assertThat(Numbers.read("CHF 1", Numbers.Style.POINT).orElseThrow().currency())
                .isEqualTo("CHF");
        assertThat(Numbers.read("1", Numbers.Style.POINT).orElseThrow().currency())
                .isNull();
    }

    @Test
    void oneDecisiveValueTellsTheStyleOfItsColumn() {
        assertThat(Numbers.style(List.of("1.234", "2.000", "17,50"), Numbers.Style.POINT))
                .isEqualTo(Numbers.Style.COMMA);
        assertThat(Numbers.style(List.of("1,234", "2,000.10"), Numbers.Style.COMMA))
                .isEqualTo(Numbers.Style.POINT);
        assertThat(Numbers.style(List.of("1.234"), Numbers.Style.COMMA)).isEqualTo(Numbers.Style.COMMA);
    }

    /** The oracle is Java's own formatter for each country. */
    @Test
    void whatGermansAndBritonsFormatIsReadBack() {
        Random random = new Random(42);
        DecimalFormat german = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.GERMANY));
        DecimalFormat british = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.UK));
        for (int i = 0; i < 5_000; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextLong(-10_000_000_000L, 10_000_000_000L), 2);
            assertThat(Numbers.read(german.format(value), Numbers.Style.COMMA)
                            .orElseThrow()
                            .value())
                    .isEqualByComparingTo(value);
            assertThat(Numbers.read(british.format(value), Numbers.Style.POINT)
                            .orElseThrow()
                            .value())
                    .isEqualByComparingTo(value);
        }
    }

    @Test
    void noTextHoweverOddBreaksTheReader() {
        Random random = new Random(7);
        String signs = "0123456789.,-+()eE$€ KMT'\u00a0\0x";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            Numbers.read(text.toString(), Numbers.Style.POINT)
                    .ifPresent(a -> assertThat(text.toString()).containsPattern("\\d"));
        }
    }
}
