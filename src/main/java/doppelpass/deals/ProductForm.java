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
        @Nullable String price,
        @Nullable String cost,
        @Nullable String active) {
    static final ProductForm EMPTY = new ProductForm("", "", "", "", "yes");

    /** A field the browser left out is an empty one. */
    public ProductForm {
        name = DealForm.text(name);
        code = DealForm.text(code);
        price = DealForm.text(price);
        cost = DealForm.text(cost);
        active = DealForm.text(active);
    }

    static ProductForm of(Product product, Currency currency) {
        return new ProductForm(
                product.name(),
                product.code(),
                product.priceMinor() == null ? "" : MoneyText.text(product.priceMinor(), currency),
                product.costMinor() == null ? "" : MoneyText.text(product.costMinor(), currency),
                product.active() ? "yes" : "no");
    }

    Map<String, String> errors(Currency currency) {
        Map<String, String> errors = new HashMap<>();
        if (DealForm.text(name).isEmpty()) {
            errors.put("name", "web.error.required");
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
        String typedCode = DealForm.text(code);
        return new Product(
                id,
                DealForm.text(name),
                typedCode.isEmpty() ? null : typedCode,
                MoneyText.unsigned(DealForm.text(price), currency).orElse(null),
                MoneyText.unsigned(DealForm.text(cost), currency).orElse(null),
                !"no".equals(active));
    }

    private static boolean wrong(@Nullable String typed, Currency currency) {
        String text = DealForm.text(typed);
        return !text.isEmpty() && MoneyText.unsigned(text, currency).isEmpty();
    }
}
