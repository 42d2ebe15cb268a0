package doppelpass.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class FiscalYearTest {
    @Test
    void aYearFromAprilIsCalledByBothCalendarYears() {
        FiscalYear year = FiscalYear.of(2026, 4);
        assertThat(year.name()).isEqualTo("2026/27");
        assertThat(year.period()).isEqualTo(Period.parse("2026-04-01/2027-04-01"));
        assertThat(year.months()).hasSize(12).startsWith(YearMonth.of(2026, 4)).endsWith(YearMonth.of(2027, 3));
        assertThat(FiscalYear.of(1999, 10).name()).isEqualTo("1999/00");
    }

    @Test
    void aYearFromJanuaryIsTheCalendarYear() {
        assertThat(FiscalYear.of(2026, 1).name()).isEqualTo("2026");
        assertThat(FiscalYear.of(2026, 1).period()).isEqualTo(Period.year(2026));
    }

    @Test
    void everyMonthLiesInTheYearAndTheQuarterThatContainIt() {
        for (int start = 1; start <= 12; start++) {
            for (YearMonth month = YearMonth.of(2025, 1);
                    month.isBefore(YearMonth.of(2027, 1));
                    month = month.plusMonths(1)) {
                FiscalYear year = FiscalYear.containing(month, start);
                assertThat(year.period().contains(month.atDay(1))).isTrue();
                assertThat(year.first().getMonthValue()).isEqualTo(start);
                Period quarter = year.quarter(month);
                assertThat(quarter.contains(month.atEndOfMonth())).isTrue();
                assertThat(year.months().indexOf(YearMonth.from(quarter.from())) % 3)
                        .isZero();
            }
        }
    }
}
