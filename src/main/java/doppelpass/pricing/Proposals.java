package doppelpass.pricing;

import doppelpass.core.MoneyText;
import doppelpass.deals.Deal;
import doppelpass.deals.Deals;
import doppelpass.deals.Product;
import doppelpass.deals.Products;
import doppelpass.identity.Organisations;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills in what a new line leaves open: text, unit, cost and price come from the product and from the deal's price book. */
@Component
class Proposals {
    private final Products products;
    private final PriceBooks books;
    private final LineTable lines;
    private final Deals deals;
    private final Organisations organisations;
    private final Clock clock;

    Proposals(
            Products products,
            PriceBooks books,
            LineTable lines,
            Deals deals,
            Organisations organisations,
            Clock clock) {
        this.products = products;
        this.books = books;
        this.lines = lines;
        this.deals = deals;
        this.organisations = organisations;
        this.clock = clock;
    }

    Currency currency() {
        return organisations.get().currency();
    }

    /** The form with a product's words and figures where it has none of its own. */
    LineForm filled(LineForm typed, long deal) {
        Optional<Product> chosen = product(typed);
        if (chosen.isEmpty()) return typed;
        Product product = chosen.get();
        Long price = typed.priceless() ? proposed(product, deal) : null;
        if (typed.priceless() && price == null) throw Refusal.of("pricing.error.noPrice", product.name());
        boolean named = typed.productId() != null;
        return new LineForm(
                named && !blank(typed.text()) ? typed.text() : product.name(),
                Long.toString(product.id()),
                typed.quantity(),
                named && !blank(typed.unit()) ? typed.unit() : product.unit(),
                price == null ? typed.price() : MoneyText.text(price, currency()),
                named || product.costMinor() == null ? typed.cost() : MoneyText.text(product.costMinor(), currency()),
                typed.discount(),
                typed.place());
    }

    /** What one calls a product in the field of a new line. */
    static String label(Product product) {
        return product.code() == null ? product.name() : product.name() + " · " + product.code();
    }

    /** The price of the deal's book on its day: the day it was closed, today while it is open. */
    @Nullable
    Long proposed(Product product, long deal) {
        return books.price(product.id(), lines.terms(deal).bookId(), day(deal)).orElse(product.priceMinor());
    }

    private LocalDate day(long id) {
        Deal deal = deals.find(id).orElseThrow(Refusal::notFound);
        Instant closed = deal.closedAt();
        return LocalDate.ofInstant(
                closed == null ? clock.instant() : closed, organisations.get().zone());
    }

    private Optional<Product> product(LineForm typed) {
        Long id = typed.productId();
        if (id != null) return Optional.of(products.find(id));
        String said = typed.text() == null ? "" : typed.text();
        List<Product> all = products.all().stream().filter(Product::active).toList();
        return all.stream()
                .filter(product -> label(product).equalsIgnoreCase(said) || said.equalsIgnoreCase(product.code()))
                .findFirst()
                .or(() -> all.stream()
                        .filter(p -> p.name().equalsIgnoreCase(said))
                        .findFirst());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
