package doppelpass.profit;

import doppelpass.core.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/**
 * New business of a period from lead to contribution margin (DB I), period-consistent: each stage counts its own entries
 * of the period, so the rates multiply to the wins exactly and may exceed 1. Bookings are what was won in the period;
 * revenue and DB I are what was posted in it, at another time as a rule.
 */
public record Funnel(long leads, long mqls, long sals, long sqls, long wins, Money bookings, Money revenue, Money db1) {
    /** The drivers whose product is the DB I of the bookings: volume, the quotients of neighbouring stages, the margin. */
    static final List<Driver> CHAIN = List.of(
            Driver.LEADS,
            Driver.LEAD_TO_MQL,
            Driver.MQL_TO_SAL,
            Driver.SAL_TO_SQL,
            Driver.SQL_TO_WIN,
            Driver.DEAL_SIZE,
            Driver.DB1_RATIO);

    public Funnel {
        if (leads < 0 || mqls < 0 || sals < 0 || sqls < 0 || wins < 0) {
            throw new IllegalArgumentException("Counts below zero: " + List.of(leads, mqls, sals, sqls, wins));
        }
        if (!revenue.currency().equals(db1.currency()) || !revenue.currency().equals(bookings.currency())) {
            throw new IllegalArgumentException("Different currencies: " + bookings + ", " + revenue + " and " + db1);
        }
    }

    /** What is won is posted in the same period. */
    public Funnel(long leads, long mqls, long sals, long sqls, long wins, Money revenue, Money db1) {
        this(leads, mqls, sals, sqls, wins, revenue, revenue, db1);
    }

    /** A plan states the ratio of DB I to revenue rather than DB I itself. */
    public static Funnel ofRatio(
            long leads, long mqls, long sals, long sqls, long wins, Money revenue, BigDecimal db1Ratio) {
        return new Funnel(leads, mqls, sals, sqls, wins, revenue, revenue.times(db1Ratio));
    }

    public Funnel plus(Funnel other) {
        return new Funnel(
                leads + other.leads,
                mqls + other.mqls,
                sals + other.sals,
                sqls + other.sqls,
                wins + other.wins,
                bookings.plus(other.bookings),
                revenue.plus(other.revenue),
                db1.plus(other.db1));
    }

    /** A count, a rate between stages, or money in minor units; empty where the rate's denominator is zero. */
    public OptionalDouble value(Driver driver) {
        int place = CHAIN.indexOf(driver);
        if (driver == Driver.DB1_RATIO) return quotient(db1.minor(), revenue.minor());
        if (driver == Driver.TIMING) {
            OptionalDouble ratio = value(Driver.DB1_RATIO);
            return ratio.isPresent() ? OptionalDouble.of(timing(ratio.getAsDouble())) : OptionalDouble.empty();
        }
        if (place < 0) return OptionalDouble.empty();
        double[] stages = stages();
        return place == 0 ? OptionalDouble.of(stages[0]) : quotient(stages[place], stages[place - 1]);
    }

    private static OptionalDouble quotient(double above, double below) {
        return below == 0 ? OptionalDouble.empty() : OptionalDouble.of(above / below);
    }

    /** DB I posted in the period less the DB I of its bookings at this ratio, in minor units; exactly 0 without a lag. */
    double timing(double db1Ratio) {
        boolean together = bookings.equals(revenue) && !revenue.isZero();
        return together ? 0 : db1.minor() - bookings.minor() * db1Ratio;
    }

    /**
     * Whether the product of the stages is the bookings. Not so if something follows a stage of zero, such as wins
     * without SQLs: then the product is zero.
     */
    boolean connected() {
        double[] stages = stages();
        for (int i = 1; i < stages.length; i++) if (stages[i - 1] == 0 && stages[i] != 0) return false;
        return true;
    }

    private double[] stages() {
        return new double[] {leads, mqls, sals, sqls, wins, bookings.minor()};
    }
}
