package doppelpass.profit;

import doppelpass.core.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Random;

/** The worked example's plan and actual figures, and funnels at random. */
final class SomeDrivers {
    static final Currency EUR = Currency.getInstance("EUR");
    static final Drivers PLAN =
            new Drivers(funnel(1000, 400, 300, 180, 45, "540000", ".60"), eur("90000"), eur("110000"));
    static final Drivers ACTUAL =
            new Drivers(funnel(1200, 500, 325, 182, 44, "550000", ".58"), eur("105000"), eur("112000"));

    private SomeDrivers() {}

    static Money eur(String amount) {
        return Money.of(new BigDecimal(amount), EUR);
    }

    static Funnel funnel(long leads, long mqls, long sals, long sqls, long wins, String revenue, String ratio) {
        return Funnel.ofRatio(leads, mqls, sals, sqls, wins, eur(revenue), new BigDecimal(ratio));
    }

    /** The same figures with other bookings than revenue. */
    static Drivers booked(Drivers d, String bookings) {
        Funnel f = d.funnel();
        return new Drivers(
                new Funnel(f.leads(), f.mqls(), f.sals(), f.sqls(), f.wins(), eur(bookings), f.revenue(), f.db1()),
                d.marketingCost(),
                d.salesCost());
    }

    /** All stages filled. */
    static Funnel fullFunnel(Random random) {
        return new Funnel(
                1 + random.nextInt(2000),
                1 + random.nextInt(800),
                1 + random.nextInt(500),
                1 + random.nextInt(300),
                1 + random.nextInt(80),
                new Money(1 + random.nextInt(100_000_000), EUR),
                new Money(1 + random.nextInt(100_000_000), EUR),
                new Money(1 + random.nextInt(60_000_000), EUR));
    }

    /** Any stage may be empty, revenue and DB I negative, wins without SQLs. */
    static Funnel anyFunnel(Random random) {
        Funnel full = fullFunnel(random);
        return new Funnel(
                full.leads() * random.nextInt(2),
                full.mqls() * random.nextInt(2),
                full.sals() * random.nextInt(2),
                full.sqls() * random.nextInt(2),
                full.wins() * random.nextInt(2),
                full.bookings().times(BigDecimal.valueOf(random.nextInt(2))),
                full.revenue().times(BigDecimal.valueOf(random.nextInt(-1, 2))),
                full.db1().times(BigDecimal.valueOf(random.nextInt(-1, 2))));
    }

    static Drivers drivers(Funnel funnel, Random random) {
        return new Drivers(
                funnel, new Money(random.nextInt(20_000_000), EUR), new Money(random.nextInt(20_000_000), EUR));
    }
}
