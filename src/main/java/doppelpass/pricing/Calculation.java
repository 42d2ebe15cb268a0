package doppelpass.pricing;

import doppelpass.core.LargestRemainder;
import doppelpass.deals.Margin;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
        List<Long> parts = discount == 0
                ? Collections.nCopies(nets.length, 0L)
                : LargestRemainder.split(
                        discount,
                        LongStream.of(nets).mapToObj(BigDecimal::valueOf).toList());
        List<Priced> priced = IntStream.range(0, nets.length)
                .mapToObj(i -> new Priced(lines.get(i), nets[i] - parts.get(i)))
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
}
