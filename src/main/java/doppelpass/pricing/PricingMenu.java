package doppelpass.pricing;

import doppelpass.web.Menu;
import java.util.List;
import org.springframework.stereotype.Component;

/** Price books among the settings, after the products. */
@Component
class PricingMenu implements Menu {
    @Override
    public List<Entry> entries() {
        return List.of(new Entry(Section.SETTINGS, 46, "pricing.books", "/price-books", "receipt"));
    }
}
