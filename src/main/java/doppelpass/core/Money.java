package doppelpass.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.stream.Collector;

/**
 * An amount in the smallest unit of its currency (cents for EUR, yen for JPY). Amounts of different currencies never mix,
 * overflow throws, and every rounding is half-even.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {
    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency.getCurrencyCode() + " has no smallest unit");
        }
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(rounded(amount.movePointRight(currency.getDefaultFractionDigits())), currency);
    }

    /** Adds up amounts of one currency; an empty stream gives zero. */
    public static Collector<Money, ?, Money> sum(Currency currency) {
        return Collector.of(
                () -> new Money[] {zero(currency)},
                (total, next) -> total[0] = total[0].plus(next),
                (left, right) -> new Money[] {left[0].plus(right[0])},
                total -> total[0]);
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money times(BigDecimal factor) {
        return new Money(rounded(BigDecimal.valueOf(minor).multiply(factor)), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /** For logs and messages to developers; pages format by language. */
    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Different currencies: " + this + " and " + other);
        }
        return other;
    }

    private static long rounded(BigDecimal minor) {
        return minor.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }
}
