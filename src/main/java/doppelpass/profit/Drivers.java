package doppelpass.profit;

import doppelpass.core.Money;
import java.util.OptionalDouble;

/** All that makes the profit contribution (DB III) of a period: DB I of new business less the cost of both teams. */
public record Drivers(Funnel funnel, Money marketingCost, Money salesCost) {
    public Drivers {
        // adding throws where currencies differ
        funnel.db1().plus(marketingCost).plus(salesCost);
    }

    public Money profit() {
        return funnel.db1().minus(marketingCost).minus(salesCost);
    }

    /** A count, a rate, or money in minor units; empty where undefined. */
    public OptionalDouble value(Driver driver) {
        return switch (driver) {
            case MARKETING_COST -> OptionalDouble.of((double) marketingCost.minor());
            case SALES_COST -> OptionalDouble.of((double) salesCost.minor());
            case LEADS,
                    MIX,
                    LEAD_TO_MQL,
                    MQL_TO_SAL,
                    SAL_TO_SQL,
                    SQL_TO_WIN,
                    DEAL_SIZE,
                    DB1_RATIO,
                    NEW_OR_DROPPED,
                    OUTSIDE_FUNNEL,
                    TIMING -> funnel.value(driver);
        };
    }
}
