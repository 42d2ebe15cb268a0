package doppelpass.pricing;

import doppelpass.web.Refusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Price books and the prices in them. */
@Component
public class PriceBooks {
    private static final int LONGEST = 100;

    private final PriceBookTable table;

    PriceBooks(PriceBookTable table) {
        this.table = table;
    }

    public List<PriceBook> all() {
        return table.all();
    }

    public PriceBook find(long id) {
        return table.find(id).orElseThrow(Refusal::notFound);
    }

    Map<Long, Integer> counts() {
        return table.counts();
    }

    /** By product, in minor units. */
    public Map<Long, Long> prices(long book) {
        return table.prices(book);
    }

    /** From the book if it holds that day and knows the product, else from the standard book likewise, else none. */
    public Optional<Long> price(long product, @Nullable Long bookId, LocalDate day) {
        Stream<PriceBook> chosen = bookId == null ? Stream.of() : table.find(bookId).stream();
        Stream<PriceBook> standard = table.all().stream().filter(PriceBook::standard);
        return Stream.concat(chosen, standard)
                .filter(book -> book.validOn(day))
                .flatMap(book -> table.price(book.id(), product).stream())
                .findFirst();
    }

    /** The first one is the standard, whatever is said of it. */
    @Transactional
    public long add(PriceBook book) {
        demandSound(book);
        boolean first = table.all().isEmpty();
        if (book.standard()) table.noStandardBut(0);
        return table.insert(new PriceBook(0, book.name().strip(), book.from(), book.to(), first || book.standard()));
    }

    /** A standard book stays it until another one becomes it. */
    @Transactional
    public void change(PriceBook book) {
        boolean was = find(book.id()).standard();
        demandSound(book);
        if (book.standard()) table.noStandardBut(book.id());
        table.update(new PriceBook(book.id(), book.name().strip(), book.from(), book.to(), was || book.standard()));
    }

    /** Prices of some products; null takes the price of one out. */
    @Transactional
    public void price(long book, Map<Long, @Nullable Long> prices) {
        find(book);
        Map<Long, Long> known = new HashMap<>();
        Set<Long> none = new HashSet<>();
        prices.forEach((product, price) -> {
            if (price == null) none.add(product);
            else known.put(product, price);
        });
        table.drop(book, none);
        table.put(book, known);
    }

    @Transactional
    public void delete(long id) {
        PriceBook book = find(id);
        if (book.standard()) throw Refusal.conflict("pricing.error.standard");
        if (table.used(id)) throw Refusal.conflict("pricing.error.bookUsed");
        table.delete(id);
    }

    private void demandSound(PriceBook book) {
        String name = book.name().strip();
        if (name.isEmpty() || name.length() > LONGEST) throw Refusal.of("pricing.error.bookName", LONGEST);
        if (table.named(name, book.id())) throw Refusal.conflict("pricing.error.bookTaken", name);
        if (book.from() != null && book.to() != null && book.to().isBefore(book.from()))
            throw Refusal.of("pricing.error.bookDays");
    }
}
