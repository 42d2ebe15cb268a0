package doppelpass.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whole parts that add up exactly (Hare–Niemeyer): each part gets the whole units of its quota, the units left over go
 * to the largest remainders, the earlier part first on a tie.
 */
public final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * Splits a total by weights of at least 0, not all 0, in exact arithmetic. A negative total is split like its
     * positive counterpart.
     */
    public static List<Long> split(long total, List<BigDecimal> weights) {
        List<BigInteger> whole = whole(weights);
        BigInteger sum = whole.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0) throw new IllegalArgumentException("No weight above zero among " + weights);

        BigInteger size = BigInteger.valueOf(total).abs();
        List<BigInteger[]> quotas = whole.stream()
                .map(weight -> size.multiply(weight).divideAndRemainder(sum))
                .toList();
        long[] parts =
                quotas.stream().mapToLong(quota -> quota[0].longValueExact()).toArray();
        List<Long> split = filled(
                parts,
                size.longValueExact(),
                quotas.stream().map(quota -> quota[1]).toList());
        return total < 0 ? split.stream().map(part -> -part).toList() : split;
    }

    /**
     * Rounds figures of either sign to whole numbers that add up to {@code total}, which their exact sum should be: each
     * ends less than one away from its figure. Whatever the sum misses through inexact arithmetic is spread evenly.
     */
    public static List<Long> round(List<Double> figures, long total) {
        if (figures.isEmpty() && total != 0) throw new IllegalArgumentException("Nothing to add up to " + total);
        long[] parts = figures.stream().mapToLong(LargestRemainder::floor).toArray();
        return filled(
                parts,
                total,
                figures.stream().map(figure -> figure - Math.floor(figure)).toList());
    }

    private static <R extends Comparable<R>> List<Long> filled(long[] parts, long total, List<R> remainders) {
        long left = total;
        for (long part : parts) left = Math.subtractExact(left, part);
        List<Integer> order = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Collections.reverseOrder()))
                .toList();
        for (int place = 0; place < parts.length; place++) {
            boolean extra = place < Math.floorMod(left, parts.length);
            parts[order.get(place)] += Math.floorDiv(left, parts.length) + (extra ? 1 : 0);
        }
        return IntStream.range(0, parts.length).mapToObj(i -> parts[i]).toList();
    }

    private static long floor(double figure) {
        double floor = Math.floor(figure);
        if (!(Math.abs(floor) < 9e18)) throw new IllegalArgumentException("Not a figure to round: " + figure);
        return (long) floor;
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
