package doppelpass.pricing;

import doppelpass.database.Seeing;
import doppelpass.deals.Deals;
import doppelpass.deals.Products;
import doppelpass.identity.Organisations;
import doppelpass.identity.Person;
import doppelpass.web.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lines of deals. Whatever changes them also writes the deal's amount and cost; without lines those stay as they are. */
@Component
public class Lines {
    private final LineTable table;
    private final Deals deals;
    private final Products products;
    private final Seeing seeing;
    private final Organisations organisations;
    private final Clock clock;

    Lines(LineTable table, Deals deals, Products products, Seeing seeing, Organisations organisations, Clock clock) {
        this.table = table;
        this.deals = deals;
        this.products = products;
        this.seeing = seeing;
        this.organisations = organisations;
        this.clock = clock;
    }

    public Calculation of(long deal) {
        return Calculation.of(table.of(deal), table.terms(deal).discount());
    }

    public Terms terms(long deal) {
        return table.terms(deal);
    }

    public Line find(long id) {
        return table.find(id).orElseThrow(Refusal::notFound);
    }

    /** At this place, counted from 0, or at the end; returns its id. */
    @Transactional
    public long add(long deal, Line line, @Nullable Integer place, Person by) {
        return written(() -> {
            Terms terms = table.lock(deal);
            List<Line> known = table.of(deal);
            if (known.size() >= LineTable.MOST) throw Refusal.of("pricing.error.many", LineTable.MOST);
            long id = table.insert(line.in(0, deal).checked());
            table.order(moved(known, id, place == null ? known.size() : place));
            reckon(deal, terms, "+ " + line.signs(currency()), by);
            return id;
        });
    }

    /** Whoever may not write what a line costs leaves that as it was, or as the product says. */
    Line costed(Line line, @Nullable Line before) {
        if (seeing.writes("deal", "cost")) return line;
        Long product = line.productId();
        return line.costing(seeing.everything(() -> before != null
                ? find(before.id()).costMinor()
                : product == null ? null : products.find(product).costMinor()));
    }

    /** Lines make the amount: who may not write that writes none; what follows from them must miss nothing. */
    private <T> T written(Supplier<T> work) {
        if (!seeing.writes("deal", "amount")) throw Refusal.forbidden("pricing.error.closed");
        return seeing.everything(work);
    }

    /** Everything but its product, which it keeps. */
    @Transactional
    public void change(Line line, Person by) {
        long deal = find(line.id()).dealId();
        written(() -> {
            Terms terms = table.lock(deal);
            Line before = find(line.id());
            table.update(line.checked());
            reckon(deal, terms, before.signs(currency()) + " → " + line.signs(currency()), by);
            return deal;
        });
    }

    @Transactional
    public void remove(long id, Person by) {
        long deal = find(id).dealId();
        written(() -> {
            Terms terms = table.lock(deal);
            Line line = find(id);
            table.delete(id);
            reckon(deal, terms, "− " + line.signs(currency()), by);
            return deal;
        });
    }

    @Transactional
    public void place(long id, int place) {
        long deal = find(id).dealId();
        written(() -> {
            Terms terms = table.lock(deal);
            table.order(moved(table.of(deal), id, place));
            table.price(Calculation.of(table.of(deal), terms.discount()).lines());
            return deal;
        });
    }

    /** Another price book or discount on the whole; prices that stand in lines stay as they are. */
    @Transactional
    public void agree(long deal, Terms terms, Person by) {
        written(() -> agreed(deal, terms, by));
    }

    private Terms agreed(long deal, Terms terms, Person by) {
        Terms before = table.lock(deal);
        if (terms.discount().of(of(deal).sumMinor()) > of(deal).sumMinor())
            throw Refusal.of("pricing.error.discountAbove");
        table.agree(deal, terms);
        String was = before.discount().text(currency());
        String is = terms.discount().text(currency());
        if (!was.equals(is)) reckon(deal, terms, signs(was) + " → " + signs(is), by);
        return before;
    }

    private void reckon(long deal, Terms terms, String why, Person by) {
        List<Line> lines = table.of(deal);
        Calculation after = Calculation.of(lines, terms.discount());
        if (!lines.isEmpty() && terms.discount().of(after.sumMinor()) > after.sumMinor())
            throw Refusal.of("pricing.error.discountAbove");
        table.price(after.lines());
        if (!lines.isEmpty()) deals.reckon(deal, after.netMinor(), after.costMinor(), why, by.id(), clock.instant());
    }

    private static String signs(String discount) {
        return "Σ" + (discount.isEmpty() ? "" : " −" + discount);
    }

    private static List<Long> moved(List<Line> lines, long id, int place) {
        List<Long> ids = new ArrayList<>(
                lines.stream().map(Line::id).filter(other -> other != id).toList());
        ids.add(Math.clamp(place, 0, ids.size()), id);
        return ids;
    }

    private Currency currency() {
        return organisations.get().currency();
    }
}
