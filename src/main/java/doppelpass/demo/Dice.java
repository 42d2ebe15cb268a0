package doppelpass.demo;

import java.util.List;
import java.util.Random;

/** Chance with a seed: the same throws in the same order give the same company. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** From low to high, both included. */
    int whole(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** An index, as likely as its weight. */
    int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) sum += weight;
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) return i;
        }
        return weights.length - 1;
    }

    /** Around the median, with a long tail upwards; {@code spread} is the deviation of the logarithm. */
    double around(double median, double spread) {
        return median * Math.exp(spread * random.nextGaussian());
    }

    /** Close to the expected number, the fraction decided by chance and a little scatter on top. */
    int about(double expected) {
        double scattered = expected * (1 + 0.07 * random.nextGaussian());
        int whole = (int) Math.floor(Math.max(0, scattered));
        return chance(Math.max(0, scattered) - whole) ? whole + 1 : whole;
    }
}
