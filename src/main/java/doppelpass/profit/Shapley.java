package doppelpass.profit;

import java.util.function.IntToDoubleFunction;

/**
 * Shapley values ("symmetrische Methode" of variance analysis): the average over all orders of what a player adds when
 * joining. Exact, independent of order, and fit for zeros, negative values and any value function; but a group's value is
 * not the sum of its members' values. Source: L. S. Shapley, "A value for n-person games" (1953).
 */
public final class Shapley {
    /** 2^12 = 4096 evaluations. */
    public static final int MOST_PLAYERS = 12;

    private Shapley() {}

    /**
     * One value per player, in the unit of {@code worth}; together worth(all) − worth(none). {@code worth} is asked once
     * for each set of players, given as bits: bit i is set when player i takes part.
     */
    public static double[] values(int players, IntToDoubleFunction worth) {
        if (players < 0 || players > MOST_PLAYERS) {
            throw new IllegalArgumentException(players + " players; exact for at most " + MOST_PLAYERS);
        }
        double[] worths = new double[1 << players];
        for (int set = 0; set < worths.length; set++) worths[set] = worth.applyAsDouble(set);

        double[] weights = weights(players);
        double[] values = new double[players];
        for (int set = 0; set < worths.length; set++) {
            for (int player = 0; player < players; player++) {
                int joined = set | 1 << player;
                if (joined != set) values[player] += weights[Integer.bitCount(set)] * (worths[joined] - worths[set]);
            }
        }
        return values;
    }

    /** The share of orders in which a given set of s players comes first and a given player next: s!(n−s−1)!/n!. */
    private static double[] weights(int players) {
        double[] weights = new double[players];
        for (int size = 0; size < players; size++) {
            weights[size] = size == 0 ? 1.0 / players : weights[size - 1] * size / (players - size);
        }
        return weights;
    }
}
