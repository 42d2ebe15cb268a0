package doppelpass.core;

/**
 * The Wilson score interval: the range in which the true share lies with 95 % confidence, given {@code hits} out of
 * {@code n}. Source: E. B. Wilson, "Probable Inference", JASA 22 (1927), with z = 1.96. Nothing observed means nothing
 * known: the interval of n = 0 is [0, 1].
 */
public record Wilson(double low, double high) {
    private static final double Z = 1.96;

    public static Wilson interval(long hits, long n) {
        if (hits < 0 || hits > n) throw new IllegalArgumentException(hits + " hits of " + n + " is not a share");
        if (n == 0) return new Wilson(0, 1);
        double share = (double) hits / n;
        double spread = Z * Z / n;
        double centre = (share + spread / 2) / (1 + spread);
        double half = Z / (1 + spread) * Math.sqrt(share * (1 - share) / n + spread / (4 * n));
        // at 0 and n hits the bound is exactly 0 or 1; arithmetic misses it by the last bit
        return new Wilson(hits == 0 ? 0 : centre - half, hits == n ? 1 : centre + half);
    }

    public boolean contains(double share) {
        return low <= share && share <= high;
    }
}
