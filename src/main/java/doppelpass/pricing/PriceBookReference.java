package doppelpass.pricing;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Reference;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Price books with their prices, by product, for programs. */
@Component
class PriceBookReference implements Reference {
    private final PriceBooks books;

    PriceBookReference(PriceBooks books) {
        this.books = books;
    }

    @Override
    public String name() {
        return "price-books";
    }

    @Override
    public String page() {
        return "/price-books";
    }

    @Override
    public List<Map<String, @Nullable Object>> all(Person reader) {
        return books.all().stream().map(this::told).toList();
    }

    private Map<String, @Nullable Object> told(PriceBook book) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", book.id());
        told.put("name", book.name());
        told.put("from", text(book.from()));
        told.put("to", text(book.to()));
        told.put("standard", book.standard());
        told.put("prices", prices(book.id()));
        return told;
    }

    private List<Map<String, Object>> prices(long book) {
        return books.prices(book).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(price -> {
                    Map<String, Object> told = new LinkedHashMap<>();
                    told.put("product", price.getKey());
                    told.put("price", new Money(price.getValue()));
                    return told;
                })
                .toList();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
