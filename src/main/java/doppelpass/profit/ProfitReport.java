package doppelpass.profit;

import doppelpass.core.Money;
import doppelpass.core.Period;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A period's profit with its drivers, and what they are held against; no base where there is no plan for all of it.
 * {@code costKnown}: the share of revenue whose cost of sales is known; what is missing is not deducted.
 */
public record ProfitReport(
        Period period,
        Comparison comparison,
        Period basePeriod,
        Drivers actual,
        Optional<Drivers> base,
        Optional<BigDecimal> costKnown) {

    /** Some cost of sales is missing, so that the profit is an upper bound. */
    public boolean upperBound() {
        return costKnown.filter(share -> share.compareTo(BigDecimal.ONE) < 0).isPresent();
    }

    /** No cost of sales is known at all. */
    public boolean costUnknown() {
        return costKnown.filter(share -> share.signum() == 0).isPresent();
    }

    public Optional<ProfitBridge> bridge() {
        return base.map(b -> ProfitBridge.between(b, actual));
    }

    public Money revenue() {
        return actual.funnel().revenue();
    }

    public Money costOfSales() {
        return revenue().minus(actual.funnel().db1());
    }

    public Optional<Money> change() {
        return base.map(b -> actual.profit().minus(b.profit()));
    }
}
