package doppelpass.pricing;

import doppelpass.database.Seeing;
import doppelpass.deals.Product;
import doppelpass.deals.Products;
import doppelpass.identity.Person;
import doppelpass.identity.Rights;
import doppelpass.pricing.views.LinePanel;
import doppelpass.records.RecordPart;
import doppelpass.timeline.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The lines of a deal on its page. */
@Component
class LinePart implements RecordPart {
    private final Lines lines;
    private final PriceBooks books;
    private final Products products;
    private final Proposals proposals;
    private final Rights rights;
    private final Seeing seeing;

    LinePart(Lines lines, PriceBooks books, Products products, Proposals proposals, Rights rights, Seeing seeing) {
        this.lines = lines;
        this.books = books;
        this.products = products;
        this.proposals = proposals;
        this.rights = rights;
        this.seeing = seeing;
    }

    @Override
    public List<Part> of(Subject record, Person reader) {
        return record.kind() == Subject.Kind.DEAL && seeing.sees("deal", "amount")
                ? List.of(new Part(Place.MAIN, 10, "pricing/lines", Map.of("panel", panel(record.id(), reader))))
                : List.of();
    }

    LinePanel panel(long deal, Person reader) {
        boolean writes = seeing.writes("deal", "amount")
                && rights.route("POST", "/deals/" + deal + "/lines")
                        .map(route -> route.allows(reader.roles()))
                        .orElse(false);
        List<String> offered = writes
                ? products.all().stream()
                        .filter(Product::active)
                        .map(Proposals::label)
                        .toList()
                : List.of();
        return new LinePanel(
                deal, lines.of(deal), lines.terms(deal), books.all(), offered, proposals.currency(), writes);
    }
}
