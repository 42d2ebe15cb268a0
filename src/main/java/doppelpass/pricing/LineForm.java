package doppelpass.pricing;

import doppelpass.core.MoneyText;
import doppelpass.web.Refusal;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line as typed. In a quantity one or two digits after a separator are decimals; before three the separator means what it
 * means in the reader's language: {@code 1.000} is a thousand in German and one in English.
 */
public record LineForm(
        @Nullable String text,
        @Nullable String product,
        @Nullable String quantity,
        @Nullable String unit,
        @Nullable String price,
        @Nullable String cost,
        @Nullable String discount,
        @Nullable String place) {
    private static final Pattern QUANTITY = Pattern.compile("\\d{1,7}([.,]\\d{1,3})?");
    private static final int LONGEST_UNIT = 20;
    static final LineForm EMPTY = new LineForm(null, null, null, null, null, null, null, null);

    /** A field the browser left out is an empty one. */
    public LineForm {
        text = typed(text);
        product = typed(product);
        quantity = typed(quantity);
        unit = typed(unit);
        price = typed(price);
        cost = typed(cost);
        discount = typed(discount);
        place = typed(place);
    }

    /** As it stands in the reader's fields; {@code place} is where it stood. */
    public static LineForm of(Line line, Currency currency, int place, Locale reader) {
        return new LineForm(
                line.text(),
                line.productId() == null ? "" : Long.toString(line.productId()),
                line.quantity().stripTrailingZeros().toPlainString().replace('.', decimal(reader)),
                line.unit(),
                MoneyText.text(line.priceMinor(), currency),
                line.costMinor() == null ? "" : MoneyText.text(line.costMinor(), currency),
                line.discount().text(currency),
                Integer.toString(place));
    }

    public @Nullable Long productId() {
        return typed(product).matches("\\d{1,18}") ? Long.valueOf(typed(product)) : null;
    }

    @Nullable
    Integer placeNumber() {
        return typed(place).matches("\\d{1,4}") ? Integer.valueOf(typed(place)) : null;
    }

    boolean priceless() {
        return typed(price).isEmpty();
    }

    /** The line this means; nothing typed as quantity is one. */
    Line line(long id, long deal, Currency currency, Locale reader) {
        if (typed(unit).length() > LONGEST_UNIT) throw Refusal.of("pricing.error.unit", LONGEST_UNIT);
        return new Line(
                        id,
                        deal,
                        productId(),
                        typed(text),
                        amount(reader),
                        typed(unit).isEmpty() ? null : typed(unit),
                        money(price, currency),
                        typed(cost).isEmpty() ? null : (Long) money(cost, currency),
                        Discount.parse(typed(discount), currency)
                                .orElseThrow(() -> Refusal.of("pricing.error.discount")))
                .checked();
    }

    private BigDecimal amount(Locale reader) {
        String given = typed(quantity).isEmpty() ? "1" : typed(quantity);
        char decimal = decimal(reader);
        String group = decimal == ',' ? "." : ",";
        boolean grouped = given.matches("[1-9]\\d{0,2}([" + group + "]\\d{3})+([" + decimal + "]\\d{1,3})?");
        String plain = grouped ? given.replace(group, "") : given;
        if (!QUANTITY.matcher(plain).matches()) throw Refusal.of("pricing.error.quantity");
        return new BigDecimal(plain.replace(',', '.'));
    }

    private static char decimal(Locale reader) {
        return DecimalFormatSymbols.getInstance(reader).getDecimalSeparator();
    }

    private static long money(@Nullable String given, Currency currency) {
        return MoneyText.unsigned(typed(given), currency).orElseThrow(() -> Refusal.of("pricing.error.price"));
    }

    private static String typed(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
