package doppelpass.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits a whole number by weights so that the parts add up exactly (Hare–Niemeyer): each part gets the whole units of
 * its quota, the units left over go to the largest remainders, the earlier part first on a tie. Exact arithmetic.
 */
public final class LargestRemainder {
    private LargestRemainder() {}

    /** A negative total is split like its positive counterpart. Weights are at least 0 and not all 0. */
    public static List<Long> split(long total, List<BigDecimal> weights) {
        List<BigInteger> whole = whole(weights);
        BigInteger sum = whole.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0) throw new IllegalArgumentException("No weight above zero among " + weights);

        List<BigInteger[]> quotas = whole.stream()
                .map(weight -> BigInteger.valueOf(total).abs().multiply(weight).divideAndRemainder(sum))
                .toList();
        long[] parts =
                quotas.stream().mapToLong(quota -> quota[0].longValueExact()).toArray();
        long left = BigInteger.valueOf(total).abs().longValueExact()
                - IntStream.range(0, parts.length).mapToLong(i -> parts[i]).sum();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> quotas.get(i)[1], Comparator.reverseOrder()))
                .limit(left)
                .forEach(i -> parts[i]++);
        return IntStream.range(0, parts.length)
                .mapToObj(i -> total < 0 ? -parts[i] : parts[i])
                .toList();
    }

    /** The weights as integers of one scale: 1, .75 and .5 become 100, 75 and 50. */
    private static List<BigInteger> whole(List<BigDecimal> weights) {
        int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        List<BigInteger> whole = new ArrayList<>();
        for (BigDecimal weight : weights) {
            if (weight.signum() < 0) throw new IllegalArgumentException("Weight below zero: " + weight);
            whole.add(weight.setScale(scale).unscaledValue());
        }
        return whole;
    }
}
