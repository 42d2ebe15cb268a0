package doppelpass.pricing;

import static doppelpassdb.pricing.Tables.PRICE;
import static doppelpassdb.pricing.Tables.PRICE_BOOK;
import static doppelpassdb.pricing.Tables.TERMS;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The SQL of price books. */
@Component
class PriceBookTable {
    private static final int MOST = 200;
    private static final int PRICES = 5_000;

    private final DSLContext db;

    PriceBookTable(DSLContext db) {
        this.db = db;
    }

    /** The standard one first, then by name. */
    List<PriceBook> all() {
        return db.selectFrom(PRICE_BOOK)
                .orderBy(PRICE_BOOK.STANDARD.desc(), DSL.lower(PRICE_BOOK.NAME))
                .limit(MOST)
                .fetch(PriceBookTable::book);
    }

    Optional<PriceBook> find(long id) {
        return db.selectFrom(PRICE_BOOK).where(PRICE_BOOK.ID.eq(id)).fetchOptional(PriceBookTable::book);
    }

    /** How many products each book prices, by its id. */
    Map<Long, Integer> counts() {
        return db.select(PRICE.BOOK_ID, DSL.count())
                .from(PRICE)
                .groupBy(PRICE.BOOK_ID)
                .limit(MOST)
                .fetchMap(PRICE.BOOK_ID, DSL.count());
    }

    /** By product. */
    Map<Long, Long> prices(long book) {
        return db.select(PRICE.PRODUCT_ID, PRICE.PRICE_MINOR)
                .from(PRICE)
                .where(PRICE.BOOK_ID.eq(book))
                .limit(PRICES)
                .fetchMap(PRICE.PRODUCT_ID, PRICE.PRICE_MINOR);
    }

    Optional<Long> price(long book, long product) {
        return db.select(PRICE.PRICE_MINOR)
                .from(PRICE)
                .where(PRICE.BOOK_ID.eq(book))
                .and(PRICE.PRODUCT_ID.eq(product))
                .fetchOptional(PRICE.PRICE_MINOR);
    }

    boolean named(String name, long butNot) {
        return db.fetchExists(
                PRICE_BOOK,
                DSL.lower(PRICE_BOOK.NAME).eq(name.toLowerCase(Locale.ROOT)).and(PRICE_BOOK.ID.ne(butNot)));
    }

    boolean used(long id) {
        return db.fetchExists(TERMS, TERMS.BOOK_ID.eq(id));
    }

    void noStandardBut(long id) {
        db.update(PRICE_BOOK)
                .set(PRICE_BOOK.STANDARD, false)
                .where(PRICE_BOOK.STANDARD.isTrue(), PRICE_BOOK.ID.ne(id))
                .execute();
    }

    long insert(PriceBook book) {
        return db.insertInto(PRICE_BOOK)
                .set(PRICE_BOOK.NAME, book.name())
                .set(PRICE_BOOK.FROM_DAY, book.from())
                .set(PRICE_BOOK.TO_DAY, book.to())
                .set(PRICE_BOOK.STANDARD, book.standard())
                .returning(PRICE_BOOK.ID)
                .fetchSingle(PRICE_BOOK.ID);
    }

    void update(PriceBook book) {
        db.update(PRICE_BOOK)
                .set(PRICE_BOOK.NAME, book.name())
                .set(PRICE_BOOK.FROM_DAY, book.from())
                .set(PRICE_BOOK.TO_DAY, book.to())
                .set(PRICE_BOOK.STANDARD, book.standard())
                .where(PRICE_BOOK.ID.eq(book.id()))
                .execute();
    }

    void delete(long id) {
        db.deleteFrom(PRICE_BOOK).where(PRICE_BOOK.ID.eq(id)).execute();
    }

    void put(long book, Map<Long, Long> prices) {
        if (prices.isEmpty()) return;
        db.insertInto(PRICE, PRICE.BOOK_ID, PRICE.PRODUCT_ID, PRICE.PRICE_MINOR)
                .valuesOfRows(prices.entrySet().stream()
                        .map(price -> DSL.row(book, price.getKey(), price.getValue()))
                        .toList())
                .onConflict(PRICE.BOOK_ID, PRICE.PRODUCT_ID)
                .doUpdate()
                .set(PRICE.PRICE_MINOR, DSL.excluded(PRICE.PRICE_MINOR))
                .execute();
    }

    void drop(long book, Collection<Long> products) {
        db.deleteFrom(PRICE)
                .where(PRICE.BOOK_ID.eq(book))
                .and(PRICE.PRODUCT_ID.in(products))
                .execute();
    }

    private static PriceBook book(Record r) {
        return new PriceBook(
                r.get(PRICE_BOOK.ID),
                r.get(PRICE_BOOK.NAME),
                r.get(PRICE_BOOK.FROM_DAY),
                r.get(PRICE_BOOK.TO_DAY),
                r.get(PRICE_BOOK.STANDARD));
    }
}
