package doppelpass.deals;

import doppelpass.core.MoneyText;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the form about a product asks for, as typed. */
public record ProductForm(
        @Nullable String name,
        @Nullable String code,
        @Nullable String line,
        @Nullable String unit,
        @Nullable String price,
        @Nullable String cost,
        @Nullable String active) {
    private static final int LONGEST_UNIT = 20;
    static final ProductForm EMPTY = new ProductForm("", "", "", "", "", "", "yes");

    /** A field the browser left out is an empty one. */
    public ProductForm {
        name = DealForm.text(name);
        code = DealForm.text(code);
        line = DealForm.text(line);
        unit = DealForm.text(unit);
        price = DealForm.text(price);
        cost = DealForm.text(cost);
        active = DealForm.text(active);
    }

    static ProductForm of(Product product, Currency currency) {
        return new ProductForm(
                product.name(),
                product.code(),
                product.line(),
                product.unit(),
                product.priceMinor() == null ? "" : MoneyText.text(product.priceMinor(), currency),
                product.costMinor() == null ? "" : MoneyText.text(product.costMinor(), currency),
                product.active() ? "yes" : "no");
    }

    Map<String, String> errors(Currency currency) {
        Map<String, String> errors = new HashMap<>();
        if (DealForm.text(name).isEmpty()) {
            errors.put("name", "web.error.required");
        }
        if (DealForm.text(unit).length() > LONGEST_UNIT) {
            errors.put("unit", "deals.error.unit");
        }
        if (wrong(price, currency)) {
            errors.put("price", "deals.error.amount");
        }
        if (wrong(cost, currency)) {
            errors.put("cost", "deals.error.amount");
        }
        return errors;
    }

    Product toProduct(long id, Currency currency) {
        return new Product(
                id,
                DealForm.text(name),
                orNull(code),
                orNull(line),
                orNull(unit),
                MoneyText.unsigned(DealForm.text(price), currency).orElse(null),
                MoneyText.unsigned(DealForm.text(cost), currency).orElse(null),
                !"no".equals(active));
    }

    private static @Nullable String orNull(@Nullable String typed) {
        String text = DealForm.text(typed);
        return text.isEmpty() ? null : text;
    }

    private static boolean wrong(@Nullable String typed, Currency currency) {
        String text = DealForm.text(typed);
        return !text.isEmpty() && MoneyText.unsigned(text, currency).isEmpty();
    }
}
