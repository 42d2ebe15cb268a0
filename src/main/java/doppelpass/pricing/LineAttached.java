package doppelpass.pricing;

import doppelpass.database.Seeing;
import doppelpass.identity.Person;
import doppelpass.lists.plug.Attached;
import doppelpass.lists.plug.EntryField;
import doppelpass.lists.plug.Kind;
import doppelpass.records.Access;
import doppelpass.timeline.Subject;
import doppelpass.web.Refusal;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lines of a deal for programs: what is left open comes from the product; the deal's amount follows. */
@Component
class LineAttached implements Attached {
    private static final List<EntryField> SENT = List.of(
            EntryField.text("text", "pricing.item"),
            EntryField.of("product", "pricing.product", Kind.NUMBER),
            EntryField.of("quantity", "pricing.quantity", Kind.NUMBER),
            EntryField.text("unit", "pricing.unit"),
            EntryField.of("price", "pricing.price", Kind.MONEY),
            EntryField.of("cost", "pricing.cost", Kind.MONEY),
            EntryField.text("discount", "pricing.discount"),
            EntryField.of("place", "pricing.place", Kind.NUMBER));
    private static final List<EntryField> TOLD = List.of(
            SENT.get(0),
            SENT.get(1),
            SENT.get(2),
            SENT.get(3),
            SENT.get(4),
            SENT.get(5),
            SENT.get(6),
            EntryField.of("net", "pricing.net", Kind.MONEY));

    private final Lines lines;
    private final Proposals proposals;
    private final Access access;
    private final Seeing seeing;

    LineAttached(Lines lines, Proposals proposals, Access access, Seeing seeing) {
        this.lines = lines;
        this.proposals = proposals;
        this.access = access;
        this.seeing = seeing;
    }

    @Override
    public String name() {
        return "lines";
    }

    @Override
    public boolean on(String subject) {
        return subject.equals("deal") && seeing.sees("deal", "amount");
    }

    @Override
    public List<EntryField> told() {
        return costs(TOLD, seeing.sees("deal", "cost"));
    }

    @Override
    public List<EntryField> sent() {
        return costs(SENT, seeing.writes("deal", "cost"));
    }

    private static List<EntryField> costs(List<EntryField> fields, boolean open) {
        return fields.stream()
                .filter(field -> open || !field.name().equals("cost"))
                .toList();
    }

    @Override
    public List<Map<String, @Nullable Object>> of(String subject, long record, Person reader) {
        return lines.of(record).lines().stream().map(this::told).toList();
    }

    @Override
    public long add(String subject, long record, Map<String, String> values, Person by) {
        access.demandChange(Subject.deal(record).code(), by);
        LineForm filled = proposals.filled(form(values, LineForm.EMPTY), record);
        if (filled.priceless()) throw Refusal.of("pricing.error.freePrice");
        Line line = filled.line(0, record, proposals.currency(), Locale.ENGLISH);
        return lines.add(record, lines.costed(line, null), filled.placeNumber(), by);
    }

    @Override
    public void change(String subject, long record, long id, Map<String, String> values, Person by) {
        Line before = of(record, id, by);
        LineForm form = form(values, LineForm.of(before, proposals.currency(), 0, Locale.ENGLISH));
        lines.change(lines.costed(form.line(id, record, proposals.currency(), Locale.ENGLISH), before), by);
        if (values.containsKey("place")) lines.place(id, placed(values));
    }

    @Override
    public void remove(String subject, long record, long id, Person by) {
        of(record, id, by);
        lines.remove(id, by);
    }

    private Line of(long deal, long id, Person by) {
        access.demandChange(Subject.deal(deal).code(), by);
        Line line = lines.find(id);
        if (line.dealId() != deal) throw Refusal.notFound();
        return line;
    }

    private static int placed(Map<String, String> values) {
        String place = values.getOrDefault("place", "");
        if (!place.matches("\\d{1,4}")) throw Refusal.of("pricing.error.place");
        return Integer.parseInt(place);
    }

    /** What was sent over what there was. */
    private static LineForm form(Map<String, String> values, LineForm before) {
        return new LineForm(
                values.getOrDefault("text", before.text()),
                values.getOrDefault("product", before.product()),
                values.getOrDefault("quantity", before.quantity()),
                values.getOrDefault("unit", before.unit()),
                values.getOrDefault("price", before.price()),
                values.getOrDefault("cost", before.cost()),
                values.getOrDefault("discount", before.discount()),
                values.getOrDefault("place", before.place()));
    }

    private Map<String, @Nullable Object> told(Calculation.Priced priced) {
        Line line = priced.line();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", line.id());
        told.put("text", line.text());
        told.put("product", line.productId());
        told.put("quantity", new BigDecimal(line.quantity().stripTrailingZeros().toPlainString()));
        told.put("unit", line.unit());
        told.put("price", line.priceMinor());
        told.put("cost", line.costMinor());
        told.put("discount", line.discount().none() ? null : line.discount().text(proposals.currency()));
        told.put("net", priced.netMinor());
        return told;
    }
}
