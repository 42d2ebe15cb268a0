package doppelpass.profit;

import doppelpass.core.Money;
import doppelpass.core.Period;
import java.util.Optional;

/** A period's profit with its drivers, and what they are held against; no base where there is no plan for all of it. */
public record ProfitReport(
        Period period, Comparison comparison, Period basePeriod, Drivers actual, Optional<Drivers> base) {

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
