package doppelpass.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2018-01, 2018-01-01, 2018-02-01, 31",
        "2018-12, 2018-12-01, 2019-01-01, 31",
        "2024-02, 2024-02-01, 2024-03-01, 29",
        "2018-Q1, 2018-01-01, 2018-04-01, 90",
        "2018-Q4, 2018-10-01, 2019-01-01, 92",
        "2018, 2018-01-01, 2019-01-01, 365",
        "2018-01-15/2018-02-01, 2018-01-15, 2018-02-01, 17",
        "2018-10-01/2019-10-01, 2018-10-01, 2019-10-01, 365"
    })
    void aCodeNamesAPeriodAndBack(String code, LocalDate from, LocalDate to, long days) {
        Period period = Period.parse(code);
        assertThat(period).isEqualTo(new Period(from, to)).hasToString(code);
        assertThat(period.days()).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "18",
                "2018-13",
                "2018-00",
                "2018-Q5",
                "2018-Q0",
                "2018-1",
                "0000",
                "9999",
                "2018-02-30/2018-03-01",
                "2018-02-01/2018-02-01",
                "2018-02-02/2018-02-01",
                "1800-01-01/2018-01-01",
                "2018-01-15",
                "next month"
            })
    void nonsenseIsRefused(String code) {
        assertThatThrownBy(() -> Period.parse(code))
                .isInstanceOf(MalformedText.class)
                .hasMessageStartingWith("\"" + code + "\": ");
    }

    @Test
    void aMonthBeginsAtADifferentMomentInEachZone() {
        Period march = Period.month(YearMonth.of(2018, 3));
        assertThat(march.from(BERLIN)).isEqualTo(Instant.parse("2018-02-28T23:00:00Z"));
        // the clock went forward on 25 March
        assertThat(march.to(BERLIN)).isEqualTo(Instant.parse("2018-03-31T22:00:00Z"));
        assertThat(march.from(ZoneId.of("UTC"))).isEqualTo(Instant.parse("2018-03-01T00:00:00Z"));
        assertThat(march.contains(Instant.parse("2018-02-28T23:00:00Z"), BERLIN))
                .isTrue();
        assertThat(march.contains(Instant.parse("2018-03-31T22:00:00Z"), BERLIN))
                .isFalse();
    }

    @Test
    void theLastDayIsInsideAndTheEndIsNot() {
        Period january = Period.parse("2018-01");
        assertThat(january.contains(LocalDate.of(2018, 1, 31))).isTrue();
        assertThat(january.contains(LocalDate.of(2018, 2, 1))).isFalse();
        assertThat(january.contains(LocalDate.of(2017, 12, 31))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2018-03, 2018-02",
        "2018-01, 2017-12",
        "2018-Q1, 2017-Q4",
        "2018, 2017",
        "2018-10-01/2019-10-01, 2017-10-01/2018-10-01",
        "2018-01-15/2018-01-22, 2018-01-08/2018-01-15",
        "2018-03-01/2018-03-15, 2018-02-15/2018-03-01"
    })
    void thePreviousPeriodIsAsLongAndEndsWhereThisBegins(String period, String previous) {
        assertThat(Period.parse(period).previous()).isEqualTo(Period.parse(previous));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02, 2023-02",
        "2025-02, 2024-02",
        "2018-Q3, 2017-Q3",
        "2018, 2017",
        "2024-02-29/2024-03-01, 2023-02-28/2023-03-01",
        "2024-02-28/2024-02-29, 2023-02-28/2023-03-01"
    })
    void theYearBeforeHasTheSameDays(String period, String before) {
        assertThat(Period.parse(period).yearBefore()).isEqualTo(Period.parse(before));
    }

    @Test
    void aQuarterHasThreeMonths() {
        assertThat(Period.quarter(2018, 2).months())
                .containsExactly(Period.parse("2018-04"), Period.parse("2018-05"), Period.parse("2018-06"));
        assertThat(Period.year(2018).months()).hasSize(12);
    }

    @Test
    void monthsAreCutToThePeriod() {
        assertThat(Period.parse("2018-01-15/2018-03-02").months())
                .containsExactly(
                        Period.parse("2018-01-15/2018-02-01"),
                        Period.parse("2018-02"),
                        Period.parse("2018-03-01/2018-03-02"));
        assertThat(Period.day(LocalDate.of(2018, 1, 31)).months())
                .containsExactly(Period.parse("2018-01-31/2018-02-01"));
    }

    @Test
    void anyPeriodReadsBackFromItsCodeAndIsTheSumOfItsMonths() {
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            LocalDate from = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(10_000));
            Period period = new Period(from, from.plusDays(1 + random.nextInt(900)));
            assertThat(Period.parse(period.code())).isEqualTo(period);
            assertThat(period.months().stream().mapToLong(Period::days).sum()).isEqualTo(period.days());
            assertThat(period.previous().to()).isEqualTo(period.from());
        }
    }

    @Test
    void aQuarterOutOfRangeIsRefused() {
        assertThatThrownBy(() -> Period.quarter(2018, 5)).hasMessage("Quarter 5 is not 1 to 4");
    }
}
