package doppelpass.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.kpi.Unit;
import doppelpass.web.Refusal;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTextTest {
    private static final Currency EURO = Currency.getInstance("EUR");

    @Test
    void germansAndEnglishWriteTheSameAmountDifferently() {
        assertThat(PlanText.read("1.234.567,89 €", Unit.MONEY, Locale.GERMAN, EURO))
                .isEqualByComparingTo("123456789");
        assertThat(PlanText.read("1,234,567.89", Unit.MONEY, Locale.ENGLISH, EURO))
                .isEqualByComparingTo("123456789");
    }

    @Test
    void percentBecomesAShareAndAMinusIsAMinus() {
        assertThat(PlanText.read("62,5 %", Unit.PERCENT, Locale.GERMAN, EURO)).isEqualByComparingTo("0.625");
        assertThat(PlanText.read("−12", Unit.DAYS, Locale.GERMAN, EURO)).isEqualByComparingTo("-12");
    }

    @Test
    void whatIsWrittenReadsBack() {
        for (Unit unit : Unit.values()) {
            BigDecimal value = new BigDecimal("625");
            assertThat(PlanText.read(PlanText.write(value, unit, Locale.GERMAN, EURO), unit, Locale.GERMAN, EURO))
                    .isEqualByComparingTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "1,2,3", "1e5x", "12345678901234567890"})
    void whatIsNoNumberIsRefused(String text) {
        assertThatThrownBy(() -> PlanText.read(text, Unit.COUNT, Locale.GERMAN, EURO))
                .isInstanceOf(Refusal.class);
    }
}
