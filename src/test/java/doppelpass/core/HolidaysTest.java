package doppelpass.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HolidaysTest {
    private static final LocalDate CORPUS_CHRISTI = LocalDate.of(2026, 6, 4);

    @Test
    void corpusChristiIsFreeInBavariaButNotInBerlin() {
        assertThat(Holidays.of("DE", "BY").on(CORPUS_CHRISTI)).isTrue();
        assertThat(Holidays.of("DE", "BE").on(CORPUS_CHRISTI)).isFalse();
        assertThat(Holidays.of("DE", null).on(CORPUS_CHRISTI)).isFalse();
    }

    @Test
    void withoutARegionTheHolidaysOfTheWholeCountryCount() {
        Holidays germany = Holidays.of("DE", null);
        assertThat(germany.on(LocalDate.of(2026, 10, 3))).isTrue();
        assertThat(germany.on(LocalDate.of(2026, 4, 6))).isTrue(); // Easter Monday
        assertThat(germany.on(LocalDate.of(2027, 3, 29))).isTrue(); // and the next year's
        assertThat(germany.on(LocalDate.of(2027, 4, 6))).isFalse();
    }

    @Test
    void theReformationJubileeWasFreeEverywhereOnce() {
        assertThat(Holidays.of("DE", "BY").on(LocalDate.of(2017, 10, 31))).isTrue();
        assertThat(Holidays.of("DE", "BY").on(LocalDate.of(2018, 10, 31))).isFalse();
        assertThat(Holidays.of("DE", "HH").on(LocalDate.of(2018, 10, 31))).isTrue();
    }

    @Test
    void aMereObservanceIsAWorkingDay() {
        assertThat(Holidays.of("AT", null).on(LocalDate.of(2026, 12, 24))).isFalse();
        assertThat(Holidays.of("AT", null).on(LocalDate.of(2026, 10, 26))).isTrue();
        assertThat(Holidays.of("GB", null).on(LocalDate.of(2026, 5, 4))).isTrue(); // bank holiday
    }

    @Test
    void equalCodesGiveTheSameHolidaysHoweverTheyAreWritten() {
        assertThat(Holidays.of("de", "DE-BY")).isSameAs(Holidays.of("DE", "by"));
    }

    @Test
    void anUnknownCodeIsRefusedAndNotTakenForNoRegion() {
        assertThatThrownBy(() -> Holidays.of("DE", "ZZ")).hasMessageContaining("No holidays known for region \"zz\"");
        assertThatThrownBy(() -> Holidays.of("ZZ", null)).hasMessageContaining("country \"zz\"");
        assertThatThrownBy(() -> Holidays.of("NYSE", null)).hasMessageContaining("country \"nyse\"");
    }

    @Test
    void noneMeansNone() {
        assertThat(Holidays.none().on(LocalDate.of(2026, 12, 25))).isFalse();
    }
}
