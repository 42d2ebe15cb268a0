package doppelpass.deals.views;

/** How many deals, what they are worth in minor units, and what that is worth by the chances of their stages. */
public record Sums(long count, long amountMinor, long weightedMinor) {
    public static final Sums NONE = new Sums(0, 0, 0);

    public Sums plus(Sums other) {
        return new Sums(count + other.count, amountMinor + other.amountMinor, weightedMinor + other.weightedMinor);
    }
}
