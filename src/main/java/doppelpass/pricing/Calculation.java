package doppelpass.pricing;

import doppelpass.deals.Margin;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a deal come to, in minor units. A line is rounded half up after quantity times price, and again after a
 * discount in percent. The discount on the whole is rounded once and spread over the lines in proportion to their net by
 * largest remainder (of equal remainders the earlier line gets the unit), so the nets of the lines are the amount exactly.
 */
public record Calculation(List<Priced> lines, long sumMinor, long discountMinor) {
    public Calculation {
        lines = List.copyOf(lines);
    }

    /** A line and what is left of it after its part of the discount on the whole. */
    public record Priced(Line line, long netMinor) {
        public @Nullable Long marginMinor() {
            Long cost = line.totalCostMinor();
            return cost == null ? null : netMinor - cost;
        }

        public @Nullable BigDecimal marginRate() {
            Long cost = line.totalCostMinor();
            return cost == null ? null : Margin.rate(netMinor, cost);
        }
    }

    public static Calculation of(List<Line> lines, Discount whole) {
        long[] nets = lines.stream().mapToLong(Line::netMinor).toArray();
        long sum = IntStream.range(0, nets.length).mapToLong(i -> nets[i]).reduce(0, Math::addExact);
        long discount = Math.min(whole.of(sum), sum);
        long[] parts = spread(discount, nets, sum);
        List<Priced> priced = IntStream.range(0, nets.length)
                .mapToObj(i -> new Priced(lines.get(i), nets[i] - parts[i]))
                .toList();
        return new Calculation(priced, sum, discount);
    }

    public long netMinor() {
        return sumMinor - discountMinor;
    }

    /** How many lines have no cost: while there is one, the margin of the whole is unknown. */
    public long withoutCost() {
        return lines.stream()
                .filter(priced -> priced.line().costMinor() == null)
                .count();
    }

    public @Nullable Long costMinor() {
        return withoutCost() > 0
                ? null
                : lines.stream()
                        .map(priced -> Objects.requireNonNull(priced.line().totalCostMinor()))
                        .reduce(0L, Math::addExact);
    }

    public @Nullable Long marginMinor() {
        Long cost = costMinor();
        return cost == null ? null : netMinor() - cost;
    }

    public @Nullable BigDecimal marginRate() {
        Long cost = costMinor();
        return cost == null ? null : Margin.rate(netMinor(), cost);
    }

    private static long[] spread(long discount, long[] nets, long sum) {
        long[] parts = new long[nets.length];
        if (discount == 0) return parts;
        BigInteger[] rests = new BigInteger[nets.length];
        long left = discount;
        for (int i = 0; i < nets.length; i++) {
            BigInteger[] divided = BigInteger.valueOf(discount)
                    .multiply(BigInteger.valueOf(nets[i]))
                    .divideAndRemainder(BigInteger.valueOf(sum));
            parts[i] = divided[0].longValueExact();
            rests[i] = divided[1];
            left -= parts[i];
        }
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, nets.length).boxed().toList());
        order.sort(Comparator.comparing((Integer i) -> rests[i]).reversed());
        for (int i = 0; i < left; i++) parts[order.get(i)]++;
        return parts;
    }
}
