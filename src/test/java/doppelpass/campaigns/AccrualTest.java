package doppelpass.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.core.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AccrualTest {
    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final LocalDate JAN_31 = LocalDate.of(2026, 1, 31);

    @Test
    void aMonthInOneMonthIsTheWholeAmount() {
        assertThat(Accrual.split(100_00, JAN_1, JAN_31, List.of(Period.parse("2026-01"))))
                .containsExactly(100_00L);
    }

    @Test
    void aQuarterSpreadsByTheDaysOfItsMonths() {
        // 90 days, 1 euro each
        assertThat(Accrual.split(
                        90_00,
                        JAN_1,
                        LocalDate.of(2026, 3, 31),
                        Period.parse("2026-Q1").months()))
                .containsExactly(31_00L, 28_00L, 31_00L);
    }

    @Test
    void theCentsLeftOverGoToTheLargestRemainders() {
        // 100 cents over 31 days: 10/31 = 32.26, 10/31 = 32.26, 11/31 = 35.48, so the third gets the cent
        List<Period> parts = List.of(
                Period.parse("2026-01-01/2026-01-11"),
                Period.parse("2026-01-11/2026-01-21"),
                Period.parse("2026-01-21/2026-02-01"));
        assertThat(Accrual.split(100, JAN_1, JAN_31, parts)).containsExactly(32L, 32L, 36L);
        assertThat(Accrual.split(-100, JAN_1, JAN_31, parts)).containsExactly(-32L, -32L, -36L);
    }

    @Test
    void whatLiesOutsideKeepsItsShare() {
        List<Period> february = List.of(Period.parse("2026-02"));
        assertThat(Accrual.split(100_00, JAN_1, JAN_31, february)).containsExactly(0L);
        // 28 of 59 days
        assertThat(Accrual.split(59_00, JAN_1, LocalDate.of(2026, 2, 28), february))
                .containsExactly(28_00L);
    }

    @Test
    void anyPartitionOfTheServicePeriodAddsUpExactly() {
        Random random = new Random(7);
        for (int run = 0; run < 500; run++) {
            LocalDate first = JAN_1.plusDays(random.nextInt(700));
            LocalDate last = first.plusDays(random.nextInt(400));
            long amount = random.nextLong(-9_000_000, 9_000_000);
            List<Period> periods = new ArrayList<>();
            LocalDate from = first.minusDays(random.nextInt(3));
            while (!from.isAfter(last)) {
                LocalDate to = from.plusDays(1 + random.nextInt(60));
                periods.add(new Period(from, to));
                from = to;
            }
            List<Long> parts = Accrual.split(amount, first, last, periods);
            assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
        }
    }

    @Test
    void overlappingPeriodsAreRefused() {
        Period january = Period.month(YearMonth.of(2026, 1));
        assertThatThrownBy(() -> Accrual.split(1, JAN_1, JAN_31, List.of(january, january)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
