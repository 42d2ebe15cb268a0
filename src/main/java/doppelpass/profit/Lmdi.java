package doppelpass.profit;

/**
 * Logarithmic mean Divisia index (LMDI-I): splits the change of a product V = Π x into effects
 * Λ(V1, V0) · ln(x1/x0), which add up exactly, flip their sign when time is reversed, and add up over groups and
 * segments. Source: B. W. Ang, "The LMDI approach to decomposition analysis", Energy Policy 33 (2005). Defined for
 * positive values only; replacing zeros by tiny numbers is not robust, so zeros are refused and {@link DriverTree} turns
 * to {@link Shapley}.
 */
final class Lmdi {
    private Lmdi() {}

    /** Λ(a, b) = (a − b) / (ln a − ln b), and a where both are equal; lies between the geometric and arithmetic mean. */
    static double logMean(double a, double b) {
        if (!positive(a) || !positive(b)) {
            throw new IllegalArgumentException("The logarithmic mean needs positive values: " + a + ", " + b);
        }
        if (a == b) return a;
        // where a and b almost agree log1p keeps the digits that a quotient would lose, and far apart the other way
        // round
        boolean near = a / 2 < b && b < a * 2;
        return (a - b) / (near ? Math.log1p((a - b) / b) : Math.log(a / b));
    }

    /** The effect of each factor on the change of their product, in the product's unit. */
    static double[] effects(double[] base, double[] actual) {
        double weight = logMean(product(actual), product(base));
        double[] effects = new double[base.length];
        for (int i = 0; i < effects.length; i++) {
            effects[i] = weight * (actual[i] - base[i]) / logMean(actual[i], base[i]);
        }
        return effects;
    }

    static boolean positive(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    private static double product(double[] factors) {
        double product = 1;
        for (double factor : factors) product *= factor;
        return product;
    }
}
