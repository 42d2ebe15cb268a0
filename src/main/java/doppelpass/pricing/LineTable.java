package doppelpass.pricing;

import static doppelpassdb.pricing.Tables.LINE;
import static doppelpassdb.pricing.Tables.TERMS;

import doppelpass.pricing.Calculation.Priced;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Row2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of lines and terms. */
@Component
class LineTable {
    static final int MOST = 200;

    private final DSLContext db;

    LineTable(DSLContext db) {
        this.db = db;
    }

    boolean has(long deal) {
        return db.fetchExists(LINE, LINE.DEAL_ID.eq(deal));
    }

    /** In their order. */
    List<Line> of(long deal) {
        return db.selectFrom(LINE)
                .where(LINE.DEAL_ID.eq(deal))
                .orderBy(LINE.POSITION, LINE.ID)
                .limit(MOST)
                .fetch(LineTable::line);
    }

    Optional<Line> find(long id) {
        return db.selectFrom(LINE).where(LINE.ID.eq(id)).fetchOptional(LineTable::line);
    }

    Terms terms(long deal) {
        return db.selectFrom(TERMS)
                .where(TERMS.DEAL_ID.eq(deal))
                .fetchOptional(
                        r -> new Terms(r.getBookId(), new Discount(r.getDiscountPercent(), r.getDiscountMinor())))
                .orElse(Terms.NONE);
    }

    /** One writer of a deal's lines at a time. */
    Terms lock(long deal) {
        db.insertInto(TERMS, TERMS.DEAL_ID).values(deal).onConflictDoNothing().execute();
        db.select(TERMS.ID)
                .from(TERMS)
                .where(TERMS.DEAL_ID.eq(deal))
                .forUpdate()
                .execute();
        return terms(deal);
    }

    void agree(long deal, Terms terms) {
        db.update(TERMS)
                .set(TERMS.BOOK_ID, terms.bookId())
                .set(TERMS.DISCOUNT_PERCENT, terms.discount().percent())
                .set(TERMS.DISCOUNT_MINOR, terms.discount().minor())
                .where(TERMS.DEAL_ID.eq(deal))
                .execute();
    }

    /** At the end; {@link #order} and {@link #price} say the rest. */
    long insert(Line line) {
        return db.insertInto(LINE)
                .set(LINE.DEAL_ID, line.dealId())
                .set(LINE.POSITION, MOST + 1)
                .set(LINE.PRODUCT_ID, line.productId())
                .set(LINE.TEXT, line.text())
                .set(LINE.UNIT, line.unit())
                .set(LINE.QUANTITY, line.quantity())
                .set(LINE.PRICE_MINOR, line.priceMinor())
                .set(LINE.COST_MINOR, line.costMinor())
                .set(LINE.DISCOUNT_PERCENT, line.discount().percent())
                .set(LINE.DISCOUNT_MINOR, line.discount().minor())
                .set(LINE.NET_MINOR, line.netMinor())
                .returning(LINE.ID)
                .fetchSingle(LINE.ID);
    }

    void update(Line line) {
        db.update(LINE)
                .set(LINE.TEXT, line.text())
                .set(LINE.UNIT, line.unit())
                .set(LINE.QUANTITY, line.quantity())
                .set(LINE.PRICE_MINOR, line.priceMinor())
                .set(LINE.COST_MINOR, line.costMinor())
                .set(LINE.DISCOUNT_PERCENT, line.discount().percent())
                .set(LINE.DISCOUNT_MINOR, line.discount().minor())
                .where(LINE.ID.eq(line.id()))
                .execute();
    }

    void delete(long id) {
        db.deleteFrom(LINE).where(LINE.ID.eq(id)).execute();
    }

    /** The lines stand as these ids do. */
    void order(List<Long> ids) {
        var place = DSL.field("array_position({0}, {1})", Integer.class, DSL.val(ids.toArray(Long[]::new)), LINE.ID);
        db.update(LINE)
                .set(LINE.POSITION, place)
                .where(LINE.ID.in(ids))
                .and(LINE.POSITION.ne(place))
                .execute();
    }

    /** What is left of each line, and what it costs. */
    void price(List<Priced> priced) {
        if (priced.isEmpty()) return;
        @SuppressWarnings("unchecked")
        Row2<Long, Long>[] rows =
                priced.stream().map(p -> DSL.row(p.line().id(), p.netMinor())).toArray(Row2[]::new);
        var nets = DSL.values(rows).as("nets", "id", "net");
        db.update(LINE)
                .set(LINE.NET_MINOR, nets.field("net", Long.class))
                .set(LINE.TOTAL_COST_MINOR, rounded())
                .from(nets)
                .where(LINE.ID.eq(nets.field("id", Long.class)))
                .execute();
    }

    /** PostgreSQL rounds a numeric half away from zero, which is half up here. */
    private static org.jooq.Field<@Nullable Long> rounded() {
        return DSL.round(LINE.QUANTITY.mul(LINE.COST_MINOR.cast(BigDecimal.class)))
                .cast(Long.class);
    }

    private static Line line(Record r) {
        return new Line(
                r.get(LINE.ID),
                r.get(LINE.DEAL_ID),
                r.get(LINE.PRODUCT_ID),
                r.get(LINE.TEXT),
                r.get(LINE.QUANTITY),
                r.get(LINE.UNIT),
                r.get(LINE.PRICE_MINOR),
                r.get(LINE.COST_MINOR),
                new Discount(r.get(LINE.DISCOUNT_PERCENT), r.get(LINE.DISCOUNT_MINOR)));
    }
}
