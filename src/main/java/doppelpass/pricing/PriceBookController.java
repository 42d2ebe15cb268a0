package doppelpass.pricing;

import doppelpass.core.MoneyText;
import doppelpass.deals.Products;
import doppelpass.identity.Organisations;
import doppelpass.web.Asked;
import doppelpass.web.Refusal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The price books, and the page about one with its prices. */
@Controller
class PriceBookController {
    private static final String FIELD = "price-";

    private final PriceBooks books;
    private final Products products;
    private final Organisations organisations;

    PriceBookController(PriceBooks books, Products products, Organisations organisations) {
        this.books = books;
        this.products = products;
        this.organisations = organisations;
    }

    @GetMapping("/price-books")
    ModelAndView index() {
        return new ModelAndView("pricing/books").addObject("books", books.all()).addObject("counts", books.counts());
    }

    @GetMapping("/price-books/new")
    ModelAndView fresh() {
        return new ModelAndView("pricing/book-new");
    }

    @PostMapping("/price-books")
    String add(@RequestParam Map<String, String> sent) {
        return "redirect:/price-books/" + books.add(book(0, sent));
    }

    @GetMapping("/price-books/{id}")
    ModelAndView show(@PathVariable long id) {
        return new ModelAndView("pricing/book")
                .addObject("book", books.find(id))
                .addObject("products", products.all())
                .addObject("prices", books.prices(id))
                .addObject("currency", organisations.get().currency());
    }

    @PutMapping("/price-books/{id}")
    String change(@PathVariable long id, @RequestParam Map<String, String> sent) {
        books.change(book(id, sent));
        return "redirect:/price-books/" + id;
    }

    /** Fields {@code price-7} for product 7; an empty one takes the product out. */
    @PutMapping("/price-books/{id}/prices")
    String prices(@PathVariable long id, @RequestParam Map<String, String> sent) {
        Currency currency = organisations.get().currency();
        Map<Long, @Nullable Long> prices = new HashMap<>();
        sent.forEach((field, typed) ->
                product(field).ifPresent(product -> prices.put(product, price(typed, currency))));
        books.price(id, prices);
        return "redirect:/price-books/" + id;
    }

    @DeleteMapping("/price-books/{id}")
    String delete(@PathVariable long id) {
        books.delete(id);
        return "redirect:/price-books";
    }

    private static Optional<Long> product(String field) {
        return field.matches(FIELD + "\\d{1,18}")
                ? Optional.of(Long.valueOf(field.substring(FIELD.length())))
                : Optional.empty();
    }

    private static @Nullable Long price(String typed, Currency currency) {
        return typed.isBlank()
                ? null
                : (Long) MoneyText.unsigned(typed, currency).orElseThrow(() -> Refusal.of("pricing.error.price"));
    }

    private static PriceBook book(long id, Map<String, String> sent) {
        Asked asked = new Asked(sent);
        return new PriceBook(
                id,
                asked.text("name"),
                asked.day("from"),
                asked.day("to"),
                asked.text("standard").equals("yes"));
    }
}
