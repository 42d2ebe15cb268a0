package doppelpass.deals;

import doppelpass.core.Page;
import doppelpass.core.PageRequest;
import doppelpass.web.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the company sells. */
@Component
public class Products {
    private final ProductTable table;

    Products(ProductTable table) {
        this.table = table;
    }

    /** The first five hundred by name: enough for a choice. */
    public List<Product> all() {
        return table.all();
    }

    Page<Product> page(String q, PageRequest request) {
        return table.page(q, request);
    }

    public Product find(long id) {
        return table.find(id).orElseThrow(Refusal::notFound);
    }

    @Transactional
    public long add(Product product) {
        demandName(product);
        return table.insert(product);
    }

    @Transactional
    public void change(Product product) {
        find(product.id());
        demandName(product);
        table.update(product);
    }

    private static void demandName(Product product) {
        if (product.name().isBlank()) {
            throw Refusal.of("deals.error.productName");
        }
    }
}
