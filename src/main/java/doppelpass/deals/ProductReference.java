package doppelpass.deals;

import doppelpass.database.Seeing;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Products for programs; what they cost for whoever sees what deals cost. */
@Component
class ProductReference implements Reference {
    private final Products products;
    private final Seeing seeing;

    ProductReference(Products products, Seeing seeing) {
        this.products = products;
        this.seeing = seeing;
    }

    @Override
    public String name() {
        return "products";
    }

    @Override
    public String page() {
        return "/products";
    }

    @Override
    public List<Map<String, @Nullable Object>> all(Person reader) {
        boolean costs = seeing.sees("deal", "cost");
        return products.all().stream().map(product -> told(product, costs)).toList();
    }

    private static Map<String, @Nullable Object> told(Product product, boolean costs) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", product.id());
        told.put("name", product.name());
        told.put("code", product.code());
        told.put("line", product.line());
        told.put("unit", product.unit());
        told.put("price", money(product.priceMinor()));
        if (costs) told.put("cost", money(product.costMinor()));
        told.put("active", product.active());
        return told;
    }

    private static @Nullable Money money(@Nullable Long minor) {
        return minor == null ? null : new Money(minor);
    }
}
