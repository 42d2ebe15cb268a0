package doppelpass.demo;

import doppelpass.deals.DealDetails;
import doppelpass.deals.Product;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;

/** What a project is worth and costs, in cents; since the price rise the same machine brings more. */
record Bargain(long amountMinor, long costMinor) {
    private static final double RISE = 1.06;

    static Bargain of(Dice dice, Story story, Product product, Instant at, double typicalSize) {
        boolean dearer = story.afterPriceRise(YearMonth.from(story.day(at)));
        double size = Math.clamp(dice.around(typicalSize, 0.42), 0.4, 4);
        double list = Objects.requireNonNull(product.priceMinor()) * size;
        double cost = Objects.requireNonNull(product.costMinor()) * size * dice.between(0.94, 1.08);
        return new Bargain(hundreds(list * (dearer ? RISE : 1)), hundreds(cost));
    }

    /** The same project at another price. */
    static DealDetails priced(DealDetails d, long amountMinor) {
        return new DealDetails(
                d.name(),
                d.companyId(),
                d.contactId(),
                d.leadId(),
                d.campaignId(),
                d.productId(),
                d.type(),
                d.source(),
                d.channel(),
                amountMinor,
                d.costMinor(),
                d.expectedClose(),
                d.nextStep(),
                d.nextStepOn(),
                d.ownerId(),
                d.teamId());
    }

    /** To whole ten euros, at least a hundred. */
    private static long hundreds(double minor) {
        return Math.max(10_000, Math.round(minor / 1000) * 1000);
    }
}
