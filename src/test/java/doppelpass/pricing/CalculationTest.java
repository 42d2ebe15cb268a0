package doppelpass.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import doppelpass.pricing.Calculation.Priced;
import doppelpass.web.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalculationTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    /**
     * By hand: 3 × 333.33 = 999.99, less 10 % (99.999 → 100.00) = 899.99. 2.5 × 19.99 = 49.975 → 49.98. 1 × 50.00 less 5.00
     * = 45.00. Sum 994.97. 3 % of it = 29.8491 → 29.85. Exact parts 26.99999…, 1.49945…, 1.35004…: floors 26.99 + 1.49 +
     * 1.35 = 29.83; two cents are left for the largest rests .99999… and .945… . So 872.99 + 48.48 + 43.65 = 965.12. Costs
     * 3 × 200 + 2.5 × 8 + 10 = 630.00; margin 335.12 = 34.72 %.
     */
    @Test
    void anOfferWorkedOutByHandComesToTheSameCent() {
        Calculation offer = Calculation.of(
                List.of(
                        line("3", 33_333, 20_000L, Discount.percent("10")),
                        line("2.5", 1_999, 800L, Discount.NONE),
                        line("1", 5_000, 1_000L, Discount.amount(500))),
                Discount.percent("3"));
        assertThat(offer.sumMinor()).isEqualTo(99_497);
        assertThat(offer.discountMinor()).isEqualTo(2_985);
        assertThat(offer.lines()).extracting(Priced::netMinor).containsExactly(87_299L, 4_848L, 4_365L);
        assertThat(offer.netMinor()).isEqualTo(96_512);
        assertThat(offer.costMinor()).isEqualTo(63_000);
        assertThat(offer.marginMinor()).isEqualTo(33_512);
        assertThat(offer.marginRate()).isEqualByComparingTo("0.3472");
    }

    @Test
    void whereOneLineHasNoCostTheMarginOfTheWholeIsUnknown() {
        Calculation offer = Calculation.of(
                List.of(line("1", 10_000, 4_000L, Discount.NONE), line("1", 5_000, null, Discount.NONE)),
                Discount.NONE);
        assertThat(offer.withoutCost()).isEqualTo(1);
        assertThat(offer.costMinor()).isNull();
        assertThat(offer.marginRate()).isNull();
        assertThat(offer.lines().getFirst().marginRate()).isEqualByComparingTo("0.6");
        assertThat(offer.lines().getLast().marginMinor()).isNull();
        Calculation gift = Calculation.of(List.of(line("1", 10_000, 4_000L, Discount.percent("100"))), Discount.NONE);
        assertThat(gift.marginMinor()).isEqualTo(-4_000);
        assertThat(gift.marginRate()).as("a share of nothing").isNull();
    }

    @Test
    void ofEqualRestsTheEarlierLineGetsTheCent() {
        Line third = line("1", 1_000, null, Discount.NONE);
        Calculation offer = Calculation.of(List.of(third, third, third), Discount.amount(100));
        assertThat(offer.lines()).extracting(Priced::netMinor).containsExactly(966L, 967L, 967L);
    }

    /** Each line counted a second time in exact decimals; no part of the discount is a whole cent off its exact share. */
    @Test
    void theNetsOfTheLinesAreTheAmountAndNoPartIsACentOffWhateverTheLines() {
        long seed = Long.getLong("pricing.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            List<Line> lines = new ArrayList<>();
            for (int i = random.nextInt(12); i >= 0; i--) lines.add(anyLine(random));
            Discount whole = anyDiscount(random, 10_000);
            Calculation offer = Calculation.of(lines, whole);
            BigDecimal sum = BigDecimal.ZERO;
            for (Line line : lines) sum = sum.add(net(line));
            assertThat(offer.sumMinor()).as("seed %d", seed).isEqualTo(sum.longValueExact());
            long off = Math.min(off(sum, whole).longValueExact(), sum.longValueExact());
            assertThat(offer.netMinor()).as("seed %d", seed).isEqualTo(sum.longValueExact() - off);
            assertThat(offer.lines().stream().mapToLong(Priced::netMinor).sum())
                    .as("seed %d", seed)
                    .isEqualTo(offer.netMinor());
            for (Priced priced : offer.lines()) {
                BigDecimal exact = sum.signum() == 0
                        ? BigDecimal.ZERO
                        : net(priced.line()).multiply(BigDecimal.valueOf(off)).divide(sum, 20, RoundingMode.HALF_EVEN);
                BigDecimal part = net(priced.line()).subtract(BigDecimal.valueOf(priced.netMinor()));
                assertThat(part.subtract(exact).abs()).as("seed %d", seed).isLessThan(BigDecimal.ONE);
                assertThat(priced.netMinor()).as("seed %d", seed).isNotNegative();
            }
        }
    }

    @Test
    void discountsAreReadAsPeopleTypeThem() {
        assertThat(Discount.parse("10 %", EUR)).contains(Discount.percent("10"));
        assertThat(Discount.parse("2,5%", EUR)).contains(Discount.percent("2.5"));
        assertThat(Discount.parse("1.234,50", EUR)).contains(Discount.amount(123_450));
        assertThat(Discount.parse("", EUR)).contains(Discount.NONE);
        assertThat(Discount.parse("0 %", EUR)).contains(Discount.NONE);
        assertThat(Discount.parse("101 %", EUR)).isEmpty();
        assertThat(Discount.parse("-5", EUR)).isEmpty();
        assertThat(Discount.parse("ten", EUR)).isEmpty();
    }

    @Test
    void quantitiesAreReadInTheNumbersOfTheReaderAndReadBack() {
        assertThat(quantity("1.000", Locale.GERMAN)).isEqualByComparingTo("1000");
        assertThat(quantity("1.234.567,5", Locale.GERMAN)).isEqualByComparingTo("1234567.5");
        assertThat(quantity("1,125", Locale.GERMAN)).isEqualByComparingTo("1.125");
        assertThat(quantity("0.125", Locale.GERMAN)).as("no thousands").isEqualByComparingTo("0.125");
        assertThat(quantity("2.5", Locale.GERMAN)).isEqualByComparingTo("2.5");
        assertThat(quantity("1,000", Locale.ENGLISH)).isEqualByComparingTo("1000");
        assertThat(quantity("1.125", Locale.ENGLISH)).isEqualByComparingTo("1.125");
        assertThat(quantity("2,5", Locale.ENGLISH)).isEqualByComparingTo("2.5");
        for (Locale reader : List.of(Locale.GERMAN, Locale.ENGLISH))
            for (String quantity : List.of("1.125", "12.5", "1000", "0.001", "9999999.999"))
                assertThat(LineForm.of(line(quantity, 100, null, Discount.NONE), EUR, 0, reader)
                                .line(0, 0, EUR, reader)
                                .quantity())
                        .isEqualByComparingTo(quantity);
        assertThatThrownBy(() -> quantity("1.0000", Locale.GERMAN)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> quantity("12.345.678", Locale.GERMAN)).isInstanceOf(Refusal.class);
    }

    private static BigDecimal quantity(String typed, Locale reader) {
        return new LineForm("Sensor", "", typed, "", "1", "", "", "")
                .line(0, 0, EUR, reader)
                .quantity();
    }

    @Test
    void whatNobodyCanSellIsRefused() {
        refused("pricing.error.quantity", line("0", 100, null, Discount.NONE));
        refused("pricing.error.discountAbove", line("1", 100, null, Discount.amount(101)));
        refused("pricing.error.large", line("9999999", 99_999_999_999L, null, Discount.NONE));
    }

    private static void refused(String key, Line line) {
        assertThatThrownBy(line::checked)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.key()).isEqualTo(key));
    }

    private static BigDecimal net(Line line) {
        BigDecimal gross =
                line.quantity().multiply(BigDecimal.valueOf(line.priceMinor())).setScale(0, RoundingMode.HALF_UP);
        return gross.subtract(off(gross, line.discount()));
    }

    private static BigDecimal off(BigDecimal of, Discount discount) {
        BigDecimal percent = discount.percent();
        if (percent != null) return of.multiply(percent).movePointLeft(2).setScale(0, RoundingMode.HALF_UP);
        Long minor = discount.minor();
        return minor == null ? BigDecimal.ZERO : BigDecimal.valueOf(minor);
    }

    private static Line anyLine(Random random) {
        long price = random.nextInt(5) == 0 ? random.nextInt(10) : random.nextInt(10_000_000);
        String quantity = BigDecimal.valueOf(1 + random.nextInt(50_000), 3).toPlainString();
        Line plain = line(quantity, price, null, Discount.NONE);
        return line(quantity, price, null, anyDiscount(random, plain.grossMinor()));
    }

    private static Discount anyDiscount(Random random, long most) {
        return switch (random.nextInt(3)) {
            case 0 ->
                Discount.percent(BigDecimal.valueOf(random.nextInt(10_001), 2).toPlainString());
            case 1 -> Discount.amount(most == 0 ? 0 : random.nextLong(most + 1));
            default -> Discount.NONE;
        };
    }

    static Line line(String quantity, long price, @Nullable Long cost, Discount discount) {
        return new Line(0, 0, null, "Sensor", new BigDecimal(quantity), null, price, cost, discount);
    }
}
