package doppelpass.demo;

import doppelpass.deals.Deal;
import doppelpass.deals.DealDetails;
import doppelpass.deals.PastDeal;
import doppelpass.deals.Product;
import doppelpass.deals.Products;
import doppelpass.pricing.Discount;
import doppelpass.pricing.Line;
import doppelpass.pricing.LineChronicles;
import doppelpass.pricing.Lines;
import doppelpass.pricing.PastLines;
import doppelpass.pricing.PriceBook;
import doppelpass.pricing.PriceBooks;
import doppelpass.pricing.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Price books, and what most deals are made of: machines from the list, and the work around them. */
@Component
@Profile("demo")
class Offers {
    private static final List<String> WORK =
            List.of("Montage und Inbetriebnahme", "Anpassung an die Anlage", "Planung, Lieferung und Einweisung");
    private static final List<Integer> DISCOUNTS = List.of(0, 0, 3, 0, 5, 8);

    private final Products products;
    private final PriceBooks books;
    private final LineChronicles chronicles;
    private final Lines lines;

    Offers(Products products, PriceBooks books, LineChronicles chronicles, Lines lines) {
        this.products = products;
        this.books = books;
        this.chronicles = chronicles;
        this.lines = lines;
    }

    void write(Scene scene, List<PastDeal> deals) {
        Map<Long, Product> sold = products.all().stream().collect(Collectors.toMap(Product::id, Function.identity()));
        LocalDate start = scene.story().day(scene.story().start());
        book("Standardpreise", start, null, true, sold, 100);
        long partners = book("Partnerpreise", start, null, false, sold, 88);
        book("Messepreise", start.plusMonths(9), start.plusMonths(10), false, sold, 95);
        List<PastLines> past = deals.stream()
                .map(PastDeal::deal)
                .filter(deal -> deal.id() % 5 != 0)
                .map(deal -> lines(
                        deal, Objects.requireNonNull(sold.get(deal.details().productId())), partners))
                .toList();
        chronicles.write(past);
    }

    /** Two offers of this week still wait for what a supplier will ask. */
    void ask(Scene scene, List<PastDeal> deals) {
        deals.stream()
                .map(PastDeal::deal)
                .filter(deal -> deal.open() && deal.id() % 5 != 0)
                .limit(2)
                .forEach(deal -> lines.add(
                        deal.id(),
                        line("Schaltschrank nach Maß, Preis des Lieferanten steht aus", null, 1, 420_000, null, 0),
                        null,
                        scene.troupe().svea()));
    }

    private long book(
            String name, LocalDate from, @Nullable LocalDate to, boolean standard, Map<Long, Product> sold, int share) {
        long id = books.add(new PriceBook(0, name, from, to, standard));
        Map<Long, @Nullable Long> prices = new HashMap<>();
        sold.values()
                .forEach(product ->
                        prices.put(product.id(), Objects.requireNonNull(product.priceMinor()) * share / 100));
        books.price(id, prices);
        return id;
    }

    /** Lines that come to the amount and the cost the deal has: what the machines leave is work, or taken off the whole. */
    private static PastLines lines(Deal deal, Product product, long partners) {
        DealDetails d = deal.details();
        long cost = Objects.requireNonNull(d.costMinor());
        boolean partner = d.channel().equals("partner");
        long price = Objects.requireNonNull(product.priceMinor()) * (partner ? 88 : 100) / 100;
        long count = Math.max(1, d.amountMinor() * 9 / 10 / price);
        int percent = DISCOUNTS.get((int) (deal.id() % DISCOUNTS.size()));
        Line machines = line(product.name(), product, count, price, null, percent);
        long left = d.amountMinor() - machines.netMinor();
        List<Line> lines = new ArrayList<>();
        if (left > 0) {
            long each = Math.min(Objects.requireNonNull(product.costMinor()), cost * 8 / 10 / count);
            lines.add(line(product.name(), product, count, price, each, percent));
            String work = WORK.get((int) (deal.id() % WORK.size()));
            lines.add(line(work, null, 1, left, cost - each * count, 0));
        } else {
            lines.add(line(product.name(), product, 1, price, cost, 0));
        }
        long above = left > 0 ? 0 : price - d.amountMinor();
        Discount whole = above > 0 ? Discount.amount(above) : Discount.NONE;
        return new PastLines(deal.id(), lines, new Terms(partner ? partners : null, whole));
    }

    private static Line line(
            String text, @Nullable Product product, long count, long price, @Nullable Long cost, int percent) {
        return new Line(
                0,
                0,
                product == null ? null : product.id(),
                text,
                BigDecimal.valueOf(count),
                product == null ? "pauschal" : product.unit(),
                price,
                cost,
                percent == 0 ? Discount.NONE : Discount.percent(Integer.toString(percent)));
    }
}
