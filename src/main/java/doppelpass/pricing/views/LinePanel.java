package doppelpass.pricing.views;

import doppelpass.pricing.Calculation;
import doppelpass.pricing.PriceBook;
import doppelpass.pricing.Terms;
import java.util.Currency;
import java.util.List;

/** Everything the lines of a deal show; {@code products} are what may be chosen in a new line. */
public record LinePanel(
        long deal,
        Calculation calculation,
        Terms terms,
        List<PriceBook> books,
        List<String> products,
        Currency currency,
        boolean writes) {

    public boolean empty() {
        return calculation.lines().isEmpty();
    }

    /** What the discount on the whole is, as it was typed. */
    public String discount() {
        return terms.discount().text(currency);
    }
}
